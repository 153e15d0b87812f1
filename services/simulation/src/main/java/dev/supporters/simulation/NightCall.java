package dev.supporters.simulation;

import dev.supporters.contract.Position;

import java.time.Instant;

/** One request for a drive. The fare is in the minor unit of the night's currency. */
public record NightCall(
        Instant requestedAt,
        Position origin,
        Position destination,
        long fare,
        int distanceMeters) {}
