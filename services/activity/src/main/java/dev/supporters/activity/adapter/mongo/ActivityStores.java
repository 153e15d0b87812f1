package dev.supporters.activity.adapter.mongo;

import dev.supporters.activity.presence.Presence;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;
import dev.supporters.platform.store.CollectionSpec;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collection of aggregates of this service; timelines are in {@link MongoTimelineRepository}. */
@Singleton
public class ActivityStores {

    /** Read by id only. A presence is overwritten, and never ends, so nothing is archived. */
    public static final CollectionSpec<Presence> PRESENCES =
            CollectionSpec.of("presences", new PresenceMapper());

    @Produces
    @Singleton
    AggregateStore<Presence> presences(AggregateStores stores) {
        return stores.open(PRESENCES);
    }
}
