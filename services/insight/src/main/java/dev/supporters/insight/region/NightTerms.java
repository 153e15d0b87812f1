package dev.supporters.insight.region;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkWindow;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.policy.v1.Policy;

/** The part of a policy that says to which night something belongs. */
public record NightTerms(Product product, String region, RegionBounds bounds, WorkWindow window) {

    public NightTerms {
        requireNonNull(product);
        requireNonNull(region);
        requireNonNull(bounds);
        requireNonNull(window);
    }

    /** Refused: INVALID_ARGUMENT where bounds or window make no sense. */
    public static NightTerms of(Policy policy) {
        return new NightTerms(
                policy.getProduct(),
                policy.getRegion(),
                RegionBounds.of(policy.getBounds()),
                WorkWindow.of(policy));
    }
}
