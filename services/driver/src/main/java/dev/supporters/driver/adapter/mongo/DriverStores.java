package dev.supporters.driver.adapter.mongo;

import dev.supporters.driver.profile.Profile;
import dev.supporters.driver.status.StatusProjection;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;
import dev.supporters.platform.store.CollectionSpec;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collections of this service. Both are read by id only; no profile and no status ends, so nothing is archived. */
@Singleton
public class DriverStores {

    public static final CollectionSpec<Profile> DRIVERS =
            CollectionSpec.of("drivers", new ProfileMapper()).storedForm(2);

    public static final CollectionSpec<StatusProjection> DISPATCH_STATUS =
            CollectionSpec.of("dispatch_status", new StatusMapper()).storedForm(2);

    @Produces
    @Singleton
    AggregateStore<Profile> profiles(AggregateStores stores) {
        return stores.open(DRIVERS);
    }

    @Produces
    @Singleton
    AggregateStore<StatusProjection> projections(AggregateStores stores) {
        return stores.open(DISPATCH_STATUS);
    }
}
