package dev.supporters.platform.event;

import java.util.List;

/** The topics, all of them, by the names that they have on the broker. */
public final class Topics {

    public static final String CALLS = "supporters.calls.v1";
    public static final String ROUTING = "supporters.routing.v1";
    public static final String ACTIVITY = "supporters.activity.v1";
    public static final String WORK = "supporters.work.v1";
    public static final String LOCATIONS = "supporters.locations.v1";
    public static final String SETTLEMENT = "supporters.settlement.v1";
    public static final String DRIVERS = "supporters.drivers.v1";
    public static final String POLICIES = "supporters.policies.v1";
    public static final String TAGS = "supporters.tags.v1";
    public static final String MOVE_SIGNALS = "supporters.move-signals.v1";
    public static final String MOVES = "supporters.moves.v1";
    public static final String ZONES = "supporters.zones.v1";
    public static final String SIGNALS = "supporters.signals.v1";
    public static final String CUSTOMERS = "supporters.customers.v1";
    public static final String DRIVER_STATISTICS = "supporters.driver-statistics.v1";
    public static final String TAG_RULES = "supporters.tag-rules.v1";
    public static final String KPIS = "supporters.kpis.v1";

    /** Those that keep the newest value of each key. */
    public static final List<String> COMPACTED = List.of(DRIVERS, POLICIES, TAGS, ZONES, KPIS);

    public static final List<String> ALL =
            List.of(
                    CALLS,
                    ROUTING,
                    ACTIVITY,
                    WORK,
                    LOCATIONS,
                    SETTLEMENT,
                    DRIVERS,
                    POLICIES,
                    TAGS,
                    MOVE_SIGNALS,
                    MOVES,
                    ZONES,
                    SIGNALS,
                    CUSTOMERS,
                    DRIVER_STATISTICS,
                    TAG_RULES,
                    KPIS);

    private Topics() {}
}
