package dev.supporters.routing.policy;

import dev.supporters.contract.PoliciesInForce;
import dev.supporters.contract.Position;
import dev.supporters.contract.RegionBounds;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.PolicyPut;

import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;

/** The policy in force of each product and region, in memory. */
public final class RegionPolicies {

    private static final Comparator<RegionPolicy> SMALLEST_FIRST =
            RegionBounds.smallestFirst(RegionPolicy::bounds, RegionPolicy::region);

    private final PoliciesInForce<RegionPolicy> policies;

    public RegionPolicies(Clock clock) {
        policies = new PoliciesInForce<>(RegionPolicy::of, clock);
    }

    /** An older version than is here is passed over. */
    public void put(PolicyPut put) {
        policies.put(put);
    }

    /** That of the smallest region that contains the place. */
    public Optional<RegionPolicy> at(Product product, Position place) {
        return policies.all().stream()
                .filter(policy -> policy.product() == product && policy.bounds().contains(place))
                .min(SMALLEST_FIRST);
    }
}
