package dev.supporters.local;

import dev.supporters.oracle.IncidentPeriod;
import dev.supporters.oracle.NightReport;
import dev.supporters.simulation.Night;
import dev.supporters.stand.Stand;
import dev.supporters.stand.StandConfig;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a test does to the stand while a night is played on it: it kills, cuts, delays. */
public interface Interference {

    /** None. */
    Interference NONE = (stand, night) -> {};

    /** The stand as it is to be started, for example with proxies between its parts. */
    default StandConfig prepare(StandConfig usual) {
        return usual;
    }

    /** When the night begins to be played; what was earlier is left out. */
    default Instant from(Night night) {
        return night.begin();
    }

    /**
     * Runs beside the night in a thread of its own, from the night's first moment on. The report waits for its end.
     *
     * @throws InterruptedException if the stand is ended meanwhile
     */
    void during(Stand stand, Night night) throws InterruptedException;

    /** Whether a night that was stopped may be gone on with: the interference finds its place by the clock. */
    default boolean goesOn() {
        return true;
    }

    /** What the report tells of it; empty if it tells nothing. */
    default Optional<IncidentPeriod> incident(Night night) {
        return Optional.empty();
    }

    /** When, by the clock of the night, it took from the stand what a call needs on its way to general dispatch; asked when it has ended. */
    default List<IncidentPeriod> outages() {
        return List.of();
    }

    /** Tells how the night ended. */
    default void reported(NightReport report) {}

    /** Tells why it could not be begun, or not be played to its end; then it has no report. */
    default void failed(String why) {}
}
