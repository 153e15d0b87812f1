package dev.supporters.routing.results;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;

import java.time.Instant;

/** A supporter has a call: what the legacy system must know. */
public record DispatchResult(
        CallId callId, DriverId driverId, String commandId, Instant acceptTime) {}
