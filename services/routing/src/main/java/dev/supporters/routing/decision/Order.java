package dev.supporters.routing.decision;

import dev.supporters.routing.policy.RegionPolicy;
import dev.supporters.routing.ranking.Ranked;

import java.util.List;

/** A call to be commanded to the first free candidate, by the rules of a policy. */
public record Order(
        String requestId, RoutableCall call, RegionPolicy policy, List<Ranked> candidates) {

    public Order {
        candidates = List.copyOf(candidates);
    }
}
