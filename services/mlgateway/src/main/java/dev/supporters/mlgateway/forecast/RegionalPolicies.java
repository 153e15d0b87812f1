package dev.supporters.mlgateway.forecast;

import dev.supporters.contract.Position;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.policy.v1.Policy;

import jakarta.inject.Singleton;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The newest policy of each product and region, in memory. */
@Singleton
public class RegionalPolicies {

    private static final Comparator<RegionalPolicy> SMALLEST_FIRST =
            Comparator.comparingDouble((RegionalPolicy policy) -> policy.bounds().relativeArea())
                    .thenComparing(policy -> policy.key());

    private final Map<String, RegionalPolicy> byKey = new ConcurrentHashMap<>();

    /** An older version than is known changes nothing. */
    public void put(Policy policy) {
        RegionalPolicy put = RegionalPolicy.of(policy);
        byKey.merge(
                put.key(),
                put,
                (known, next) ->
                        next.policy().getVersion() > known.policy().getVersion() ? next : known);
    }

    /** All, smallest region first. */
    public List<RegionalPolicy> all() {
        return byKey.values().stream().sorted(SMALLEST_FIRST).toList();
    }

    public Optional<RegionalPolicy> find(Product product, String region) {
        return Optional.ofNullable(byKey.get(RegionalPolicy.key(product, region)));
    }

    /** Whether the region is the smallest one that contains the place. */
    boolean owns(RegionalPolicy policy, Position place) {
        return policy.bounds().contains(place)
                && byKey.values().stream()
                        .filter(other -> other.product() == policy.product())
                        .filter(other -> other.bounds().contains(place))
                        .min(SMALLEST_FIRST)
                        .filter(smallest -> smallest.key().equals(policy.key()))
                        .isPresent();
    }
}
