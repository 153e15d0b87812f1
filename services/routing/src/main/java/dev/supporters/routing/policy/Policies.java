package dev.supporters.routing.policy;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import dev.supporters.proto.common.v1.Product;
import dev.supporters.routing.geo.Position;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The newest policy of each product and region, in memory. */
public final class Policies {

    private static final Comparator<RegionPolicy> SMALLEST_FIRST =
            comparingDouble((RegionPolicy policy) -> policy.region().size())
                    .thenComparing(comparing(RegionPolicy::name));

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

    /** That of the smallest region which holds the place. */
    public Optional<RegionPolicy> at(Product product, Position place) {
        return smallestFirst.stream()
                .filter(policy -> policy.product() == product && policy.region().holds(place))
                .findFirst();
    }

    private static boolean sameKey(RegionPolicy one, RegionPolicy other) {
        return one.product() == other.product() && one.name().equals(other.name());
    }
}
