package dev.supporters.simulation;

/** Places that lie round a centre, normally distributed. */
public record Cluster(Point center, double weight, double sigmaKm) {}
