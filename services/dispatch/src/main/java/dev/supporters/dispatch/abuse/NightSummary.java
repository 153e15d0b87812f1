package dev.supporters.dispatch.abuse;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.DriverId;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What remains of a driver's night when it has been judged: as little as is needed to take nights together.
 *
 * @param counts only of kinds for which there was an occasion
 * @param coldWaiting how long the driver waited in cold cells
 */
public record NightSummary(
        DriverId driverId, Map<AbuseKind, KindCount> counts, Duration coldWaiting) {

    /** The most events of a kind. */
    public static final int MOST_EVENTS = 10;

    public NightSummary {
        requireNonNull(driverId);
        counts = Map.copyOf(counts);
        requireNonNull(coldWaiting);
    }

    /**
     * The numbers of a kind, as in {@link AbuseSignal.Statistics}.
     *
     * @param events the first ones
     */
    public record KindCount(
            double occasions, int happened, double expected, List<AbuseSignal.AbuseEvent> events) {

        /** There was no occasion. */
        static final KindCount NONE = new KindCount(0, 0, 0, List.of());

        public KindCount {
            events = List.copyOf(events);
        }
    }

    KindCount count(AbuseKind kind) {
        return counts.getOrDefault(kind, KindCount.NONE);
    }
}
