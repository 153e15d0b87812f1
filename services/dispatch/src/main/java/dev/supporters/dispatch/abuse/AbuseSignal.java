package dev.supporters.dispatch.abuse;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something unusual that a driver did in a night, or over several, with the numbers that say so. It is no proof, and has no effect.
 *
 * @param events what was found, oldest first, at most {@link AbuseDetector#MOST_EVENTS}
 * @param places where, by cell and hour, what counts most first, at most {@link AbuseDetector#MOST_PLACES}
 * @param waited for cold waiting, how long the driver waited in cold cells; else zero
 * @param nights those that are the signal together, oldest first, without places; empty if one night alone is
 */
public record AbuseSignal(
        DriverId driverId,
        AbuseKind kind,
        Statistics statistics,
        List<AbuseEvent> events,
        List<PlaceStatistics> places,
        Duration waited,
        List<NightStatistics> nights) {

    public AbuseSignal {
        requireNonNull(driverId);
        requireNonNull(kind);
        requireNonNull(statistics);
        requireNonNull(waited);
        events = List.copyOf(events);
        places = List.copyOf(places);
        nights = List.copyOf(nights);
    }

    /**
     * The numbers.
     *
     * @param occasions trials, or hours, in which it could happen
     * @param happened how often it did
     * @param expected how often it happens to others, at the same places and hours
     * @param chance the probability that it happens so often to an honest driver
     * @param threshold the chance below which it is a signal, by policy
     */
    public record Statistics(
            double occasions, int happened, double expected, double chance, double threshold) {}

    /** One event; the value is what the kind measures: seconds, or metres. */
    public record AbuseEvent(Instant time, Optional<CallId> callId, long cell, double value) {}

    /** The same numbers for one of several nights. */
    public record NightStatistics(
            LocalDate businessDate, double occasions, int happened, double expected) {}

    /** The same numbers for one cell and hour. */
    public record PlaceStatistics(
            PlaceHour where, double occasions, int happened, double expected) {}
}
