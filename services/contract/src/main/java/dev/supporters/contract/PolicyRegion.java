package dev.supporters.contract;

import dev.supporters.proto.common.v1.Product;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** A region with its policy, as a service reads it. Where several regions of a product contain a place, the smallest applies. */
public interface PolicyRegion {

    /** Those of one size by their names. */
    Comparator<PolicyRegion> SMALLEST_FIRST =
            Comparator.comparingDouble((PolicyRegion each) -> each.bounds().relativeArea())
                    .thenComparing(PolicyRegion::region);

    Product product();

    String region();

    RegionBounds bounds();

    /** The region whose policy applies at the place; empty where no region is. */
    static <R extends PolicyRegion> Optional<R> at(
            Collection<R> regions, Product product, Position place) {
        return regions.stream()
                .filter(each -> each.product() == product && each.bounds().contains(place))
                .min(SMALLEST_FIRST);
    }
}
