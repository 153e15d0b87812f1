package dev.supporters.routing.decision;

import dev.supporters.dispatch.assignment.Ranking.RankedSupporter;
import dev.supporters.routing.policy.RegionPolicy;

import java.util.List;

/** A call to be commanded to the first free candidate, by the rules of a policy. */
public record AssignOrder(
        String requestId,
        RoutableCall call,
        RegionPolicy policy,
        List<RankedSupporter> candidates) {

    public AssignOrder {
        candidates = List.copyOf(candidates);
    }
}
