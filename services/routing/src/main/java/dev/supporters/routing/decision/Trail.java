package dev.supporters.routing.decision;

import dev.supporters.proto.routing.v1.RoutingReason;
import dev.supporters.routing.policy.RegionPolicy;
import dev.supporters.routing.ranking.Ranked;
import dev.supporters.routing.ranking.Ranking;

import java.time.Instant;
import java.util.List;

/**
 * What was known when a call's path was decided, as far as the decision came.
 *
 * @param region whose policy decides; empty as long as none does
 * @param policyVersion 0 as long as none does
 * @param model who ranked; empty as long as nobody did
 */
public record Trail(
        RoutableCall call,
        Instant time,
        String region,
        long policyVersion,
        List<String> tags,
        List<Ranked> candidates,
        String model) {

    public Trail {
        tags = List.copyOf(tags);
        candidates = List.copyOf(candidates);
    }

    static Trail of(RoutableCall call, Instant time) {
        return new Trail(call, time, "", 0, List.of(), List.of(), "");
    }

    Trail under(RegionPolicy policy) {
        return new Trail(call, time, policy.name(), policy.version(), tags, candidates, model);
    }

    Trail tagged(List<String> found) {
        return new Trail(call, time, region, policyVersion, found, candidates, model);
    }

    Trail ranked(Ranking ranking) {
        return new Trail(
                call, time, region, policyVersion, tags, ranking.ranked(), ranking.model());
    }

    Routed general(RoutingReason reason) {
        return new Routed.General(this, reason);
    }

    Routed assigned(Assignment.Commanded command) {
        return new Routed.Assigned(this, command);
    }
}
