package dev.supporters.legacy.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A supporter accepted a call. */
public record DispatchResult(String callId, String driverId, String commandId, Instant acceptedAt) {

    public DispatchResult {
        requireNonNull(callId);
        requireNonNull(driverId);
        requireNonNull(commandId);
        requireNonNull(acceptedAt);
    }
}
