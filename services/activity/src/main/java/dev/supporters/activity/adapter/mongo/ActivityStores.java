package dev.supporters.activity.adapter.mongo;

import dev.supporters.activity.presence.Presence;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collections of this service. */
@Singleton
class ActivityStores {

    @Produces
    @Singleton
    AggregateStore<Presence> presences(AggregateStores stores) {
        return stores.documents("presences", new PresenceMapper());
    }
}
