package dev.supporters.legacy.offer;

import dev.supporters.legacy.dispatch.LegacyCall;

import java.time.Duration;

/** A call that a commission driver may take. */
public record Offer(LegacyCall call, Duration age, double metersToOrigin) {}
