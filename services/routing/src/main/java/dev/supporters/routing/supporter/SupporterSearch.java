package dev.supporters.routing.supporter;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.proto.common.v1.Product;

import java.time.Instant;
import java.util.Set;

/**
 * Who is looked for.
 *
 * @param region whose policy applies: only those who work in it
 * @param reachMeters not farther away, on the straight line
 * @param most the nearest so many
 * @param excluded drivers who are no candidates
 */
public record SupporterSearch(
        Product product,
        String region,
        Position origin,
        Instant now,
        double reachMeters,
        int most,
        Set<DriverId> excluded) {

    public SupporterSearch {
        excluded = Set.copyOf(excluded);
    }

    boolean matches(FreeSupporter supporter) {
        return supporter.product() == product
                && supporter.region().equals(region)
                && supporter.until().isAfter(now)
                && !excluded.contains(supporter.driverId());
    }
}
