package dev.supporters.driver.adapter.mongo;

import dev.supporters.driver.roster.Profile;
import dev.supporters.driver.status.Track;
import dev.supporters.platform.store.Documents;
import dev.supporters.platform.store.Stores;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collections of this service. */
@Singleton
class DriverStores {

    @Produces
    @Singleton
    Documents<Profile> profiles(Stores stores) {
        return stores.documents("drivers", new ProfileMapper());
    }

    @Produces
    @Singleton
    Documents<Track> tracks(Stores stores) {
        return stores.documents("dispatch_status", new TrackMapper());
    }
}
