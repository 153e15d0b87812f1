package dev.supporters.simulation;

import dev.supporters.contract.Position;

/** Places that lie round a centre, normally distributed. */
public record Cluster(Position center, double weight, double sigmaKm) {}
