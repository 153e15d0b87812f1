package dev.supporters.local.night;

import java.time.Instant;

/** A driver's app came to know where a call goes. */
public record Sighting(String callId, String driverId, Instant seenAt) {}
