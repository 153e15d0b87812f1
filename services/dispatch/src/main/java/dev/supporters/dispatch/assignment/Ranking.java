package dev.supporters.dispatch.assignment;

import dev.supporters.contract.DriverId;

import java.util.List;

/**
 * Candidates, best first.
 *
 * @param model who ranked, like "nearest@1"; empty if nobody was ranked
 */
public record Ranking(List<RankedSupporter> ranked, String model) {

    public static final Ranking NONE = new Ranking(List.of(), "");

    public Ranking {
        ranked = List.copyOf(ranked);
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
