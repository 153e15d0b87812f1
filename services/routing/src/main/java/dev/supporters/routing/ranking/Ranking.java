package dev.supporters.routing.ranking;

import dev.supporters.contract.DriverId;
import dev.supporters.routing.supporter.FreeSupporter;

import java.time.Duration;
import java.util.List;

/**
 * Candidates, best first.
 *
 * @param model who ranked, like "nearest@1"
 */
public record Ranking(List<RankedSupporter> ranked, String model) {

    public Ranking {
        ranked = List.copyOf(ranked);
    }

    /** Those who would be there in time. */
    public Ranking within(Duration maxPickup) {
        return new Ranking(
                ranked.stream()
                        .filter(candidate -> candidate.etaSeconds() <= maxPickup.toSeconds())
                        .toList(),
                model);
    }

    /**
     * A candidate as it was ranked.
     *
     * @param etaSeconds estimated seconds to the customer
     * @param score higher is better
     */
    public record RankedSupporter(FreeSupporter supporter, int etaSeconds, double score) {

        public DriverId driverId() {
            return supporter.driverId();
        }
    }
}
