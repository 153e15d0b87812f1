package dev.supporters.routing.policy;

import dev.supporters.contract.AssignmentPolicy;
import dev.supporters.contract.CallPolicy;
import dev.supporters.contract.PolicyRegion;
import dev.supporters.contract.PolicyVersions.InForce;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkWindow;
import dev.supporters.dispatch.assignment.PathPolicy;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.policy.v1.Policy;

import java.time.Duration;
import java.util.Optional;

/**
 * What routing needs of a policy.
 *
 * @param arm empty where no experiment applies
 */
public record RegionPolicy(
        Product product,
        String region,
        long version,
        RegionBounds bounds,
        PathPolicy path,
        Duration veto,
        RefusalConsequence onRefusal,
        Optional<AppliedArm> arm)
        implements PolicyRegion {

    /** Without an experiment. */
    public RegionPolicy(
            Product product,
            String region,
            long version,
            RegionBounds bounds,
            PathPolicy path,
            Duration veto,
            RefusalConsequence onRefusal) {
        this(product, region, version, bounds, path, veto, onRefusal, Optional.empty());
    }

    static RegionPolicy of(InForce inForce) {
        return of(inForce.policy());
    }

    static RegionPolicy of(Policy policy) {
        return new RegionPolicy(
                policy.getProduct(),
                policy.getRegion(),
                policy.getVersion(),
                RegionBounds.of(policy.getBounds()),
                path(policy),
                Timestamps.duration(policy.getVeto()),
                policy.getOnRefusal());
    }

    RegionPolicy with(AppliedArm applied) {
        return new RegionPolicy(
                product, region, version, bounds, path, veto, onRefusal, Optional.of(applied));
    }

    /** With what another version has of the business date, and of fares in its currency. */
    RegionPolicy within(RegionPolicy inForce) {
        return new RegionPolicy(
                product,
                region,
                version,
                bounds,
                new PathPolicy(
                        inForce.path.window(),
                        path.rolloutPercent(),
                        path.maxPickup(),
                        path.maxCandidates(),
                        path.assignment(),
                        inForce.path.currency(),
                        inForce.path.calls()),
                veto,
                onRefusal,
                arm);
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
