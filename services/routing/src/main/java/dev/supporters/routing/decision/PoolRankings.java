package dev.supporters.routing.decision;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import dev.supporters.contract.CallId;
import dev.supporters.contract.TimeZones;
import dev.supporters.dispatch.assignment.ChainedCandidates.ChainedCandidate;
import dev.supporters.dispatch.assignment.FreeSupporter;
import dev.supporters.dispatch.assignment.Ranking;
import dev.supporters.dispatch.assignment.StraightLineEstimate;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.routing.policy.RegionPolicy;
import dev.supporters.routing.ranking.PoolRanker;
import dev.supporters.routing.ranking.PoolRanker.PoolQuestion;
import dev.supporters.routing.ranking.PoolRanker.PoolRanking;
import dev.supporters.routing.ranking.Ranker;

import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks the candidates of all held calls by one question to the recommendation function. What it does not answer, or not in time, is
 * ranked here by the straight line; so are the newest of more calls than can be asked about.
 */
final class PoolRankings {

    private static final Logger LOG = Logger.getLogger(PoolRankings.class);

    private final PoolRanker ranker;

    PoolRankings(PoolRanker ranker) {
        this.ranker = ranker;
    }

    /** A held call before its candidates are ranked. */
    record Unranked(
            HeldCallRequest request,
            RegionPolicy policy,
            DecisionContext context,
            List<FreeSupporter> free,
            List<ChainedCandidate> driving) {

        Unranked {
            free = List.copyOf(free);
            driving = List.copyOf(driving);
        }

        CallId callId() {
            return request.call().callId();
        }

        Duration age() {
            Duration age = Duration.between(context.facts().requestTime(), context.time());
            return age.isNegative() ? Duration.ZERO : age;
        }

        private boolean hasCandidates() {
            return !free.isEmpty() || !driving.isEmpty();
        }

        private PoolQuestion question() {
            return new PoolQuestion(
                    new Ranker.Question(
                            callId(),
                            request.call().product(),
                            policy.region(),
                            age(),
                            request.call().origin(),
                            context.time(),
                            policy.path().window().zone(),
                            free),
                    driving.stream().limit(PoolRanker.MOST_CANDIDATES).toList());
        }

        private PoolRanking byStraightLine() {
            boolean afterMidnight =
                    TimeZones.afterMidnight(context.time(), policy.path().window().zone());
            return new PoolRanking(
                    new Ranking(
                            StraightLineEstimate.rank(free, request.call().origin(), afterMidnight),
                            StraightLineEstimate.MODEL),
                    Map.of());
        }
    }

    Map<CallId, PoolRanking> rank(Collection<Unranked> calls) {
        Map<CallId, PoolRanking> rankings =
                new HashMap<>(
                        calls.stream().collect(toMap(Unranked::callId, Unranked::byStraightLine)));
        List<Unranked> asked =
                calls.stream()
                        .filter(Unranked::hasCandidates)
                        .sorted(comparing(Unranked::age).reversed().thenComparing(Unranked::callId))
                        .limit(PoolRanker.MOST_CALLS)
                        .toList();
        if (!asked.isEmpty()) {
            rankings.putAll(byModel(asked));
        }
        return rankings;
    }

    private Map<CallId, PoolRanking> byModel(List<Unranked> asked) {
        List<PoolRanking> answers;
        try {
            answers = ranker.rank(asked.stream().map(Unranked::question).toList());
        } catch (Refusal failure) {
            LOG.debugf("pool ranked here calls=%d cause=%s", asked.size(), failure.reasonName());
            return Map.of();
        }
        Map<CallId, PoolRanking> byCall = new HashMap<>();
        for (int i = 0; i < Math.min(asked.size(), answers.size()); i++) {
            byCall.put(asked.get(i).callId(), answers.get(i));
        }
        return byCall;
    }
}
