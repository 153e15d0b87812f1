package dev.supporters.dispatch.assignment;

import dev.supporters.contract.DriverId;
import dev.supporters.dispatch.assignment.ChainedCandidates.ChainedCandidate;
import dev.supporters.dispatch.assignment.OfferRule.Offer;
import dev.supporters.dispatch.assignment.Ranking.RankedSupporter;
import dev.supporters.dispatch.assignment.solver.WaitingPool.Candidate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who may take a call that is held, as the pool of all held calls compares them. */
public final class PoolCandidates {

    private PoolCandidates() {}

    /** Those who would get an offer. Whose drive would end too late counts as somebody whose customer leaves: only before nobody. */
    public static List<Candidate> of(Offer offer) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < offer.filters().size(); i++) {
            RankedSupporter ranked = offer.ranking().ranked().get(i);
            switch (offer.filters().get(i)) {
                case CANDIDATE_FILTER_UNSPECIFIED ->
                        candidates.add(
                                candidate(
                                        ranked,
                                        ranked.keepProbability()
                                                .orElseGet(() ->
                                                        KeepEstimate.probability(
                                                                ranked.etaSeconds()))));
                case CANDIDATE_FILTER_SHIFT_END -> candidates.add(candidate(ranked, 0));
                case CANDIDATE_FILTER_TOO_FAR,
                        CANDIDATE_FILTER_EXCLUDED,
                        CANDIDATE_FILTER_WINDOW_OVER,
                        CANDIDATE_FILTER_NOT_RANKED,
                        CANDIDATE_FILTER_NOT_A_MEMBER,
                        CANDIDATE_FILTER_TAGS,
                        UNRECOGNIZED -> {}
            }
        }
        return List.copyOf(candidates);
    }

    /**
     * Somebody who could come at the end of a drive.
     *
     * @param kept what a model says of the probability that the customer keeps the drive; of whom it says nothing, the ETA decides
     */
    public static Candidate stillDriving(ChainedCandidate chained, Map<DriverId, Double> kept) {
        Double keepProbability = kept.get(chained.driverId());
        return new Candidate(
                chained.driverId(),
                chained.etaSeconds(),
                keepProbability == null
                        ? KeepEstimate.probability(chained.etaSeconds())
                        : keepProbability,
                true);
    }

    private static Candidate candidate(RankedSupporter ranked, double keepProbability) {
        return new Candidate(ranked.driverId(), ranked.etaSeconds(), keepProbability, false);
    }
}
