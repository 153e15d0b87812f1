package dev.supporters.routing.policy;

import dev.supporters.contract.AssignmentPolicy;
import dev.supporters.contract.CallPolicy;
import dev.supporters.contract.PolicyVersions.InForce;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkWindow;
import dev.supporters.dispatch.assignment.PathPolicy;
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
        PathPolicy path,
        Duration veto,
        RefusalConsequence onRefusal) {

    static RegionPolicy of(InForce inForce) {
        Policy policy = inForce.policy();
        return new RegionPolicy(
                policy.getProduct(),
                policy.getRegion(),
                policy.getVersion(),
                RegionBounds.of(policy.getBounds()),
                path(policy),
                Timestamps.duration(policy.getVeto()),
                policy.getOnRefusal());
    }

    private static PathPolicy path(Policy policy) {
        return new PathPolicy(
                WorkWindow.of(policy),
                policy.getRolloutPercent(),
                Timestamps.duration(policy.getMaxPickup()),
                policy.getMaxCandidates(),
                AssignmentPolicy.of(policy),
                policy.getHourlyWage().getCurrency(),
                CallPolicy.of(policy));
    }
}
