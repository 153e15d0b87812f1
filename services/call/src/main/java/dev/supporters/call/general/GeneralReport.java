package dev.supporters.call.general;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.refusal.Require;

import java.time.Instant;
import java.util.Optional;

/**
 * What general dispatch did with a call.
 *
 * @param driverId the commission driver; empty for a step that no driver does
 */
public record GeneralReport(
        String requestId, CallId callId, Step step, Optional<DriverId> driverId, Instant time) {

    public GeneralReport {
        requireNonNull(requestId);
        requireNonNull(callId);
        requireNonNull(step);
        requireNonNull(time);
        if (step.ofDriver() && driverId.isEmpty()) {
            throw Require.missingText("driver_id", DriverId.MAX_LENGTH);
        }
    }

    /** What general dispatch can do with a call. */
    public enum Step {
        TAKEN,
        DROPPED,
        ARRIVED,
        PICKED_UP,
        COMPLETED,
        UNSERVED,
        CANCELLED;

        /** Whether a commission driver does it. */
        public boolean ofDriver() {
            return switch (this) {
                case TAKEN, DROPPED, ARRIVED, PICKED_UP, COMPLETED -> true;
                case UNSERVED, CANCELLED -> false;
            };
        }
    }

    /** The driver of a step that a driver does. */
    DriverId driver() {
        return driverId.orElseThrow();
    }
}
