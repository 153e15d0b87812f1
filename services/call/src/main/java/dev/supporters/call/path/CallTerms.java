package dev.supporters.call.path;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.CallPolicy;
import dev.supporters.contract.PolicyRegion;
import dev.supporters.contract.RegionBounds;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.policy.v1.Policy;

/**
 * What a region's policy says about requests.
 *
 * @param currency in which fares are
 * @param maxLiveCalls the most live calls of one customer
 */
public record CallTerms(
        Product product, String region, RegionBounds bounds, String currency, int maxLiveCalls)
        implements PolicyRegion {

    public CallTerms {
        requireNonNull(product);
        requireNonNull(region);
        requireNonNull(bounds);
        requireNonNull(currency);
    }

    static CallTerms of(Policy policy) {
        return new CallTerms(
                policy.getProduct(),
                policy.getRegion(),
                RegionBounds.of(policy.getBounds()),
                policy.getHourlyWage().getCurrency(),
                CallPolicy.of(policy).maxLiveCalls());
    }
}
