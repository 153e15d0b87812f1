package dev.supporters.routing.decision;

import dev.supporters.contract.DriverId;

import java.util.Set;

/**
 * A call that is held, and needs a supporter.
 *
 * @param requestId the idempotency key of its command
 * @param excluded drivers who are no candidates
 */
public record HeldCallRequest(String requestId, RoutableCall call, Set<DriverId> excluded) {

    public HeldCallRequest {
        excluded = Set.copyOf(excluded);
    }
}
