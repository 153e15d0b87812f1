package dev.supporters.mlgateway.forecast;

import dev.supporters.contract.MovePolicy;
import dev.supporters.contract.PolicyRegion;
import dev.supporters.contract.Products;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkWindow;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.policy.v1.Policy;

/** A policy, with what is needed of it as values. */
public record RegionalPolicy(
        Policy policy, WorkWindow window, RegionBounds bounds, MovePolicy moves)
        implements PolicyRegion {

    static RegionalPolicy of(Policy policy) {
        return new RegionalPolicy(
                policy,
                WorkWindow.of(policy),
                RegionBounds.of(policy.getBounds()),
                MovePolicy.of(policy));
    }

    @Override
    public Product product() {
        return policy.getProduct();
    }

    @Override
    public String region() {
        return policy.getRegion();
    }

    /** One text for product and region, as in ids of documents: "DRIVER/seoul". */
    public String key() {
        return key(product(), region());
    }

    public static String key(Product product, String region) {
        return Products.name(product) + "/" + region;
    }
}
