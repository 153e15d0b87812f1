package dev.supporters.load.drive;

/** One request: how long its answer took, and what it was. */
public record Sample(long nanos, RouteOutcome outcome) {}
