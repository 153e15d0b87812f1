package dev.supporters.dispatch.assignment;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.DriverId;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Candidates, best first.
 *
 * @param model who ranked, like "nearest@1"; empty if nobody was ranked
 * @param notes what else is known of the ranking
 */
public record Ranking(List<RankedSupporter> ranked, String model, RankingNotes notes) {

    public static final Ranking NONE = new Ranking(List.of(), "");

    public Ranking {
        ranked = List.copyOf(ranked);
        requireNonNull(notes);
    }

    /** Without notes. */
    public Ranking(List<RankedSupporter> ranked, String model) {
        this(ranked, model, RankingNotes.NONE);
    }

    /**
     * A candidate as it was ranked.
     *
     * @param etaSeconds estimated seconds to the customer
     * @param score higher is better
     * @param keepProbability that the customer keeps a drive with this ETA, 0 to 1; empty: the model does not say
     */
    public record RankedSupporter(
            FreeSupporter supporter, int etaSeconds, double score, OptionalDouble keepProbability) {

        public RankedSupporter {
            requireNonNull(supporter);
            requireNonNull(keepProbability);
        }

        /** Of a model that knows no customers. */
        public RankedSupporter(FreeSupporter supporter, int etaSeconds, double score) {
            this(supporter, etaSeconds, score, OptionalDouble.empty());
        }

        public DriverId driverId() {
            return supporter.driverId();
        }
    }
}
