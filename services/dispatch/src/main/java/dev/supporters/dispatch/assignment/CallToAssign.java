package dev.supporters.dispatch.assignment;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.CallId;
import dev.supporters.contract.Money;
import dev.supporters.contract.Position;

import java.time.Instant;
import java.util.Optional;

/**
 * A call, as far as its path depends on it.
 *
 * @param requestTime when the customer asked for it
 * @param distanceMeters by road from its origin to its destination, as the request says; 0 if that is not known
 * @param estimatedMeters the same, estimated from the places ({@link RoadEstimate}); 0 if that is not known
 * @param fare as the request says; empty if that is not known
 */
public record CallToAssign(
        CallId callId,
        Position origin,
        Instant requestTime,
        int distanceMeters,
        int estimatedMeters,
        Optional<Money> fare) {

    public CallToAssign {
        requireNonNull(callId);
        requireNonNull(origin);
        requireNonNull(requestTime);
        requireNonNull(fare);
    }

    /** A call whose distance is believed, and of which no fare is known. */
    public CallToAssign(CallId callId, Position origin, Instant requestTime, int distanceMeters) {
        this(callId, origin, requestTime, distanceMeters, 0, Optional.empty());
    }

    /** Says nothing of places. */
    @Override
    public String toString() {
        return "CallToAssign[callId=" + callId + "]";
    }
}
