package dev.supporters.routing.policy;

import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;

import java.time.Duration;

/** What routing needs of a policy. */
public record RegionPolicy(
        Product product,
        String name,
        long version,
        Region region,
        Window window,
        int rolloutPercent,
        Duration maxPickup,
        int maxCandidates,
        Duration veto,
        RefusalConsequence onRefusal) {}
