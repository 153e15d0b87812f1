package dev.supporters.driver.adapter.mongo;

import dev.supporters.driver.profile.Profile;
import dev.supporters.driver.statistics.DriverDay;
import dev.supporters.driver.status.StatusProjection;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;
import dev.supporters.platform.store.CollectionSpec;

import io.quarkus.runtime.Startup;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * The collections of this service. No profile and no status ends; days end when they are older than the four weeks that anybody looks at. What has events is
 * opened at the start: those that a crash has left wait for nobody's request.
 */
@Singleton
public class DriverStores {

    public static final CollectionSpec<Profile> DRIVERS =
            CollectionSpec.of("drivers", new ProfileMapper())
                    .storedForm(5)
                    .index(
                            "waiting_for_review",
                            ApplicationMapper.REVIEW_TIME,
                            ProfileMapper.DRIVER_ID)
                    .index("unanswered", ApplicationMapper.ANSWER_TIME)
                    .index("suspended", ModeHistoryMapper.SUSPENDED_SINCE);

    public static final CollectionSpec<DriverDay> DAYS =
            CollectionSpec.of("driver_days", new DriverDayMapper())
                    .storedForm(2)
                    .index(
                            "driver",
                            DriverDayMapper.DRIVER_ID,
                            DriverDayMapper.PRODUCT,
                            DriverDayMapper.DATE)
                    .archivedBy(DriverDayMapper.END_TIME);

    public static final CollectionSpec<StatusProjection> DISPATCH_STATUS =
            CollectionSpec.of("dispatch_status", new StatusMapper()).storedForm(2);

    @Startup
    @Produces
    @Singleton
    AggregateStore<Profile> profiles(AggregateStores stores) {
        return stores.open(DRIVERS);
    }

    @Startup
    @Produces
    @Singleton
    AggregateStore<DriverDay> days(AggregateStores stores) {
        return stores.open(DAYS);
    }

    @Produces
    @Singleton
    AggregateStore<StatusProjection> projections(AggregateStores stores) {
        return stores.open(DISPATCH_STATUS);
    }
}
