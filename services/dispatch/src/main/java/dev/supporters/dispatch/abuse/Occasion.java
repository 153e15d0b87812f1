package dev.supporters.dispatch.abuse;

import dev.supporters.contract.CallId;

import java.time.Instant;
import java.util.Optional;

/**
 * A fact in the form that all detectors count: something that could happen at a place, and whether it did.
 *
 * @param amount 1 for a trial; hours for a time
 * @param value what an operator reads: seconds to a cancellation, to an end, of an outage; metres of a step; 0 if there is nothing to read
 */
record Occasion(
        PlaceHour where,
        double amount,
        boolean happened,
        Instant time,
        Optional<CallId> callId,
        double value) {

    static Occasion trial(
            PlaceHour where, boolean happened, Instant time, CallId callId, double value) {
        return new Occasion(where, 1, happened, time, Optional.of(callId), value);
    }

    static Occasion trial(PlaceHour where, boolean happened, Instant time, double value) {
        return new Occasion(where, 1, happened, time, Optional.empty(), value);
    }

    static Occasion span(
            PlaceHour where, double hours, boolean happened, Instant time, double value) {
        return new Occasion(where, hours, happened, time, Optional.empty(), value);
    }
}
