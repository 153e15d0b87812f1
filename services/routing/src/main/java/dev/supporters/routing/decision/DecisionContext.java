package dev.supporters.routing.decision;

import dev.supporters.proto.routing.v1.RoutingReason;
import dev.supporters.routing.policy.RegionPolicy;
import dev.supporters.routing.ranking.Ranking;
import dev.supporters.routing.ranking.Ranking.RankedSupporter;

import java.time.Instant;
import java.util.List;

/**
 * What was known when a call's path was decided, as far as the decision came.
 *
 * @param region whose policy decides; empty as long as none does
 * @param policyVersion 0 as long as none does
 * @param model who ranked; empty as long as nobody did
 */
public record DecisionContext(
        RoutableCall call,
        Instant time,
        String region,
        long policyVersion,
        List<String> tags,
        List<RankedSupporter> candidates,
        String model) {

    public DecisionContext {
        tags = List.copyOf(tags);
        candidates = List.copyOf(candidates);
    }

    static DecisionContext of(RoutableCall call, Instant time) {
        return new DecisionContext(call, time, "", 0, List.of(), List.of(), "");
    }

    DecisionContext under(RegionPolicy policy) {
        return new DecisionContext(
                call, time, policy.region(), policy.version(), tags, candidates, model);
    }

    DecisionContext tagged(List<String> found) {
        return new DecisionContext(call, time, region, policyVersion, found, candidates, model);
    }

    DecisionContext ranked(Ranking ranking) {
        return new DecisionContext(
                call, time, region, policyVersion, tags, ranking.ranked(), ranking.model());
    }

    RoutingResult general(RoutingReason reason) {
        return new RoutingResult.General(this, reason);
    }

    RoutingResult assigned(AssignResult.Commanded command) {
        return new RoutingResult.Assigned(this, command);
    }
}
