package dev.supporters.routing.policy;

import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkWindow;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.policy.v1.Policy;

import java.time.Duration;

/** What routing needs of a policy. */
public record RegionPolicy(
        Product product,
        String region,
        long version,
        RegionBounds bounds,
        WorkWindow window,
        int rolloutPercent,
        Duration maxPickup,
        int maxCandidates,
        Duration veto,
        RefusalConsequence onRefusal) {

    public static RegionPolicy of(Policy policy) {
        return new RegionPolicy(
                policy.getProduct(),
                policy.getRegion(),
                policy.getVersion(),
                RegionBounds.of(policy.getBounds()),
                WorkWindow.of(policy),
                policy.getRolloutPercent(),
                Timestamps.duration(policy.getMaxPickup()),
                policy.getMaxCandidates(),
                Timestamps.duration(policy.getVeto()),
                policy.getOnRefusal());
    }
}
