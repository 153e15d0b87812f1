package dev.supporters.mlgateway.ranking;

import dev.supporters.mlgateway.travel.Position;

/** A free supporter, and where. */
public record Candidate(String driverId, Position position) {}
