package dev.supporters.activity.adapter.mongo;

import dev.supporters.activity.presence.Presence;
import dev.supporters.platform.store.Documents;
import dev.supporters.platform.store.Stores;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collections of this service. */
@Singleton
class ActivityStores {

    @Produces
    @Singleton
    Documents<Presence> presences(Stores stores) {
        return stores.documents("presences", new PresenceMapper());
    }
}
