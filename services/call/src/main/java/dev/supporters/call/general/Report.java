package dev.supporters.call.general;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What general dispatch did with a call.
 *
 * @param driverId the commission driver; empty for a step that is none's
 */
public record Report(String requestId, String callId, Step step, String driverId, Instant time) {

    public Report {
        requireNonNull(requestId);
        requireNonNull(callId);
        requireNonNull(step);
        requireNonNull(driverId);
        requireNonNull(time);
    }
}
