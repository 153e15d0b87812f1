package dev.supporters.legacy.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A step that must be reported to the gateway.
 *
 * @param number grows within a call
 */
public record StepReport(long number, Step step, String driverId, Instant time) {

    public StepReport {
        requireNonNull(step);
        requireNonNull(driverId);
        requireNonNull(time);
    }

    /** The steps, as the API names them in lower case. */
    public enum Step {
        TAKEN,
        DROPPED,
        ARRIVED,
        PICKED_UP,
        COMPLETED,
        UNSERVED,
        CANCELLED
    }
}
