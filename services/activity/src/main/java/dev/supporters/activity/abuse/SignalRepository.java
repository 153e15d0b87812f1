package dev.supporters.activity.abuse;

import dev.supporters.contract.DriverId;
import dev.supporters.dispatch.abuse.AbuseKind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The stored signals, and the nights that were judged. */
public interface SignalRepository {

    /** Stores a signal and its event; one that is there stays as it is. */
    void add(Signal signal);

    /**
     * Adds a decision and its event, once for each request.
     *
     * <p>Refused: REQUEST_ID_REUSED, if the request's key was used with another body.
     *
     * @return the signal after it; empty if there is none
     */
    Optional<Signal> decide(String signalId, String requestId, Signal.DecisionRecord decided);

    /** The newest business date first, then by id, from behind the place of a page before. */
    List<Signal> list(Filter filter, Optional<After> after, int limit);

    /** Those that wait for a decision since before a time. */
    List<Signal> undecidedSince(Instant before, int limit);

    boolean isJudged(NightKey night);

    /** Stores what remains of a driver's night; what is there stays as it is. */
    void add(DriverNightSummary summary);

    /** What remains of these drivers' nights on one business date, in no order. */
    List<DriverNightSummary> summaries(NightKey night, Collection<DriverId> drivers);

    /** Stores that a night is judged; a second time changes nothing. */
    void add(JudgedNight night);

    /** Which signals are wanted; what is empty is not looked at. */
    record Filter(
            Optional<DriverId> driverId,
            Optional<LocalDate> businessDate,
            Optional<AbuseKind> kind,
            boolean undecided) {}

    /** The last signal of the page before. */
    record After(LocalDate businessDate, String signalId) {}
}
