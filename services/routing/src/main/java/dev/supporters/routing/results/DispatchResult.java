package dev.supporters.routing.results;

import java.time.Instant;

/** A supporter has a call: what the legacy system must know. */
public record DispatchResult(
        String callId, String driverId, String commandId, Instant acceptTime) {}
