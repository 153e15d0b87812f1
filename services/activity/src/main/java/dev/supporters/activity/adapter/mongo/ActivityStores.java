package dev.supporters.activity.adapter.mongo;

import dev.supporters.activity.abuse.DriverNightSummary;
import dev.supporters.activity.abuse.JudgedNight;
import dev.supporters.activity.abuse.Signal;
import dev.supporters.activity.presence.Presence;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.platform.store.Query;

import io.quarkus.runtime.Startup;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collections of aggregates of this service; timelines are a log, and in {@link MongoTimelineRepository}. */
@Singleton
public class ActivityStores {

    /** Read by id only. A presence is overwritten, and never ends, so nothing is archived. */
    public static final CollectionSpec<Presence> PRESENCES =
            CollectionSpec.of("presences", new PresenceMapper());

    /** Deleted when their retention is over, from the time at which they were found. */
    public static final CollectionSpec<Signal> SIGNALS =
            CollectionSpec.of("signals", new SignalMapper())
                    .index(
                            "business_date",
                            SignalMapper.BUSINESS_DATE,
                            Query.ID,
                            SignalMapper.KIND,
                            SignalMapper.UNDECIDED_SINCE)
                    .index(
                            "driver",
                            SignalMapper.DRIVER_ID,
                            SignalMapper.BUSINESS_DATE,
                            Query.ID,
                            SignalMapper.KIND,
                            SignalMapper.UNDECIDED_SINCE)
                    .index("undecided", SignalMapper.UNDECIDED_SINCE)
                    .deletedBy(SignalMapper.FIND_TIME);

    /** Read by id only. */
    public static final CollectionSpec<JudgedNight> JUDGED_NIGHTS =
            CollectionSpec.of("judged_nights", new JudgedNightMapper())
                    .deletedBy(JudgedNightMapper.TIME);

    /** Read by id only. Deleted when their retention is over, from the time at which the night was judged. */
    public static final CollectionSpec<DriverNightSummary> DRIVER_NIGHTS =
            CollectionSpec.of("driver_nights", new DriverNightSummaryMapper())
                    .deletedBy(DriverNightSummaryMapper.JUDGE_TIME);

    @Startup
    @Produces
    @Singleton
    AggregateStore<Presence> presences(AggregateStores stores) {
        return stores.open(PRESENCES);
    }

    @Startup
    @Produces
    @Singleton
    AggregateStore<Signal> signals(AggregateStores stores) {
        return stores.open(SIGNALS);
    }

    @Startup
    @Produces
    @Singleton
    AggregateStore<JudgedNight> judgedNights(AggregateStores stores) {
        return stores.open(JUDGED_NIGHTS);
    }

    @Startup
    @Produces
    @Singleton
    AggregateStore<DriverNightSummary> driverNights(AggregateStores stores) {
        return stores.open(DRIVER_NIGHTS);
    }
}
