package dev.supporters.routing.ranking;

import dev.supporters.routing.supporter.FreeSupporter;

/**
 * A candidate as it was ranked.
 *
 * @param etaSeconds estimated seconds to the customer
 * @param score higher is better
 */
public record Ranked(FreeSupporter supporter, int etaSeconds, double score) {

    public String driverId() {
        return supporter.driverId();
    }
}
