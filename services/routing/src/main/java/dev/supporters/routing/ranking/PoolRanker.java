package dev.supporters.routing.ranking;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.DriverId;
import dev.supporters.dispatch.assignment.ChainedCandidates.ChainedCandidate;
import dev.supporters.dispatch.assignment.Ranking;

import java.util.List;
import java.util.Map;

/** The recommendation function, asked once for all calls that are held. */
public interface PoolRanker {

    /** As many calls can be asked about at once. */
    int MOST_CALLS = 128;

    /** As many of those who still drive can be asked about for a call: more than the pool looks at. */
    int MOST_CANDIDATES = 128;

    /**
     * A ranking for each of the calls, in their order.
     *
     * @param calls at most {@link #MOST_CALLS}
     * @throws dev.supporters.platform.refusal.Refusal when it fails or is late
     */
    List<PoolRanking> rank(List<PoolQuestion> calls);

    /**
     * Who is best for a call that is held.
     *
     * @param call with those who are free
     * @param driving those who can come at the end of a drive
     */
    record PoolQuestion(Ranker.Question call, List<ChainedCandidate> driving) {

        public PoolQuestion {
            requireNonNull(call);
            driving = List.copyOf(driving);
        }
    }

    /**
     * The answer for one call.
     *
     * @param ranking of those who are free
     * @param keptAfterDrive the probability that the customer keeps the drive with somebody who still drives, as far as the model says it
     */
    record PoolRanking(Ranking ranking, Map<DriverId, Double> keptAfterDrive) {

        public PoolRanking {
            requireNonNull(ranking);
            keptAfterDrive = Map.copyOf(keptAfterDrive);
        }
    }
}
