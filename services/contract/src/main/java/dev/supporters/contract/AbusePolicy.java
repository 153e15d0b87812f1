package dev.supporters.contract;

import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.policy.v1.Policy;

import java.time.Duration;

/**
 * What counts as a signal of abuse: the part of a policy of this name.
 *
 * @param enabled whether signals are looked for
 * @param falseAlarmsPerMillion of one million nights of honest drivers, so many may give a signal by chance, of all kinds together
 * @param leastEvents fewer events of a kind in a night are no signal, however rare they are
 * @param cancelledWithin a cancellation up to so long after the destination was shown counts as soon
 * @param coldCallsPerHour a cell is cold in an hour in which fewer calls come from it and its neighbours
 * @param leastColdWaiting less waiting in cold cells is no signal
 * @param darkAfter a time without a position counts from this length on
 * @param drivesBeyond a drive counts as unfinished from so long after its expected end on
 * @param contradictedMeters a step counts as contradicted from this distance on
 * @param nights the counts of a driver's nights of so many business dates are also taken together; up to 1: each night for itself
 */
public record AbusePolicy(
        boolean enabled,
        int falseAlarmsPerMillion,
        int leastEvents,
        Duration cancelledWithin,
        double coldCallsPerHour,
        Duration leastColdWaiting,
        Duration darkAfter,
        Duration drivesBeyond,
        int contradictedMeters,
        int nights) {

    /** What applies to a policy without this part. */
    public static final AbusePolicy OFF =
            new AbusePolicy(
                    false,
                    0,
                    0,
                    Duration.ZERO,
                    0,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    0,
                    0);

    private static final String PART = "abuse.";
    private static final int MOST_FALSE_ALARMS = 100_000;
    private static final int MOST_EVENTS = 1_000;
    private static final double MOST_CALLS = 10_000;
    private static final int MOST_METERS = 100_000;
    private static final int MOST_NIGHTS = 30;
    private static final String ENABLED = "signals are looked for";

    public AbusePolicy {
        int least = enabled ? 1 : 0;
        Require.wholeNumber(
                falseAlarmsPerMillion, PART + "false_alarms_per_million", least, MOST_FALSE_ALARMS);
        Require.wholeNumber(leastEvents, PART + "least_events", least, MOST_EVENTS);
        PolicyLimits.within(cancelledWithin, PART + "cancelled_within", PolicyLimits.HOUR);
        Require.within(coldCallsPerHour, PART + "cold_calls_per_hour", 0, MOST_CALLS);
        PolicyLimits.within(leastColdWaiting, PART + "least_cold_waiting", PolicyLimits.DAY);
        PolicyLimits.within(darkAfter, PART + "dark_after", PolicyLimits.DAY, enabled, ENABLED);
        PolicyLimits.within(
                drivesBeyond, PART + "drives_beyond", PolicyLimits.DAY, enabled, ENABLED);
        Require.wholeNumber(contradictedMeters, PART + "contradicted_meters", least, MOST_METERS);
        Require.wholeNumber(nights, PART + "nights", 0, MOST_NIGHTS);
    }

    public static AbusePolicy of(Policy policy) {
        var part = policy.getAbuse();
        return new AbusePolicy(
                part.getEnabled(),
                part.getFalseAlarmsPerMillion(),
                part.getLeastEvents(),
                Timestamps.duration(part.getCancelledWithin()),
                part.getColdCallsPerHour(),
                Timestamps.duration(part.getLeastColdWaiting()),
                Timestamps.duration(part.getDarkAfter()),
                Timestamps.duration(part.getDrivesBeyond()),
                part.getContradictedMeters(),
                part.getNights());
    }

    public dev.supporters.proto.policy.v1.AbusePolicy toProto() {
        return dev.supporters.proto.policy.v1.AbusePolicy.newBuilder()
                .setEnabled(enabled)
                .setFalseAlarmsPerMillion(falseAlarmsPerMillion)
                .setLeastEvents(leastEvents)
                .setCancelledWithin(Timestamps.of(cancelledWithin))
                .setColdCallsPerHour(coldCallsPerHour)
                .setLeastColdWaiting(Timestamps.of(leastColdWaiting))
                .setDarkAfter(Timestamps.of(darkAfter))
                .setDrivesBeyond(Timestamps.of(drivesBeyond))
                .setContradictedMeters(contradictedMeters)
                .setNights(nights)
                .build();
    }
}
