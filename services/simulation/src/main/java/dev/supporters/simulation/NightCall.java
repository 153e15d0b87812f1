package dev.supporters.simulation;

import java.time.Instant;

/** One request for a drive. The fare is in the minor unit of the night's currency. */
public record NightCall(
        Instant requestedAt, Point origin, Point destination, long fare, int distanceMeters) {}
