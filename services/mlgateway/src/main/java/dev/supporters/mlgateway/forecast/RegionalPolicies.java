package dev.supporters.mlgateway.forecast;

import dev.supporters.contract.PoliciesInForce;
import dev.supporters.contract.PolicyRegion;
import dev.supporters.contract.Position;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.PolicyPut;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The policy in force of each product and region, in memory. */
@Singleton
public class RegionalPolicies {

    private final PoliciesInForce<RegionalPolicy> policies;

    public RegionalPolicies(Clock clock) {
        policies = new PoliciesInForce<>(inForce -> RegionalPolicy.of(inForce.policy()), clock);
    }

    /** An older version than is known changes nothing. */
    public void put(PolicyPut put) {
        policies.put(put);
    }

    /** All, smallest region first. */
    public List<RegionalPolicy> all() {
        return policies.all().stream()
                .sorted(PolicyRegion.SMALLEST_FIRST.thenComparing(PolicyRegion::product))
                .toList();
    }

    public Optional<RegionalPolicy> find(Product product, String region) {
        return policies.find(product, region);
    }

    /** Whether the region is the smallest one that contains the place. */
    boolean owns(RegionalPolicy policy, Position place) {
        return policy.bounds().contains(place)
                && PolicyRegion.at(policies.all(), policy.product(), place)
                        .filter(smallest -> smallest.key().equals(policy.key()))
                        .isPresent();
    }
}
