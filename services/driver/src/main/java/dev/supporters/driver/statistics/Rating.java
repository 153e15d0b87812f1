package dev.supporters.driver.statistics;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.CallId;

import java.time.Instant;

/**
 * How a customer rated a drive. Who she is, the call says; here nothing is kept of her.
 *
 * @param stars 1 to 5
 */
public record Rating(CallId callId, int stars, String requestId, Instant time) {

    public Rating {
        requireNonNull(callId);
        requireNonNull(requestId);
        requireNonNull(time);
    }
}
