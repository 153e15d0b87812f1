package dev.supporters.mlgateway.ranking;

/**
 * What a model thinks of a candidate.
 *
 * @param etaSeconds estimated seconds to the customer
 * @param score higher is better
 */
public record Estimate(String driverId, int etaSeconds, double score) {}
