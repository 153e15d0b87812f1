package dev.supporters.driver.adapter.mongo;

import dev.supporters.driver.roster.Profile;
import dev.supporters.driver.status.Track;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collections of this service. */
@Singleton
class DriverStores {

    @Produces
    @Singleton
    AggregateStore<Profile> profiles(AggregateStores stores) {
        return stores.documents("drivers", new ProfileMapper());
    }

    @Produces
    @Singleton
    AggregateStore<Track> tracks(AggregateStores stores) {
        return stores.documents("dispatch_status", new TrackMapper());
    }
}
