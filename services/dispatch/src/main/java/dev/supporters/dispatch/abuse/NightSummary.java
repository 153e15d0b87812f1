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
public record NightSummary(DriverId driverId, Map<AbuseKind, Count> counts, Duration coldWaiting) {

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
    public record Count(
            double occasions, int happened, double expected, List<AbuseSignal.Event> events) {

        /** There was no occasion. */
        static final Count NONE = new Count(0, 0, 0, List.of());

        public Count {
            events = List.copyOf(events);
        }
    }

    Count count(AbuseKind kind) {
        return counts.getOrDefault(kind, Count.NONE);
    }
}
