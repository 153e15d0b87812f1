package dev.supporters.legacy.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A supporter accepted a call. */
public record SupporterAcceptance(
        String callId, String driverId, String commandId, Instant acceptedAt) {

    public SupporterAcceptance {
        requireNonNull(callId);
        requireNonNull(driverId);
        requireNonNull(commandId);
        requireNonNull(acceptedAt);
    }
}
