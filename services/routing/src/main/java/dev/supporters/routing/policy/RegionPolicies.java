package dev.supporters.routing.policy;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import dev.supporters.contract.Position;
import dev.supporters.proto.common.v1.Product;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The newest policy of each product and region, in memory. */
public final class RegionPolicies {

    private static final Comparator<RegionPolicy> SMALLEST_FIRST =
            comparingDouble((RegionPolicy policy) -> policy.bounds().relativeArea())
                    .thenComparing(comparing(RegionPolicy::region));

    private volatile List<RegionPolicy> smallestFirst = List.of();

    /** An older version than is here is passed over. */
    public synchronized void put(RegionPolicy policy) {
        List<RegionPolicy> next = new ArrayList<>();
        for (RegionPolicy known : smallestFirst) {
            if (!sameKey(known, policy)) {
                next.add(known);
            } else if (known.version() >= policy.version()) {
                return;
            }
        }
        next.add(policy);
        next.sort(SMALLEST_FIRST);
        smallestFirst = List.copyOf(next);
    }

    /** That of the smallest region that contains the place. */
    public Optional<RegionPolicy> at(Product product, Position place) {
        return smallestFirst.stream()
                .filter(policy -> policy.product() == product && policy.bounds().contains(place))
                .findFirst();
    }

    private static boolean sameKey(RegionPolicy one, RegionPolicy other) {
        return one.product() == other.product() && one.region().equals(other.region());
    }
}
