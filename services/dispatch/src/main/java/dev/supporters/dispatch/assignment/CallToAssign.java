package dev.supporters.dispatch.assignment;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.CallId;
import dev.supporters.contract.Position;

import java.time.Instant;

/**
 * A call, as far as its path depends on it.
 *
 * @param requestTime when the customer asked for it
 * @param distanceMeters by road from its origin to its destination; 0 if that is not known
 */
public record CallToAssign(
        CallId callId, Position origin, Instant requestTime, int distanceMeters) {

    public CallToAssign {
        requireNonNull(callId);
        requireNonNull(origin);
        requireNonNull(requestTime);
    }

    /** Says nothing of places. */
    @Override
    public String toString() {
        return "CallToAssign[callId=" + callId + "]";
    }
}
