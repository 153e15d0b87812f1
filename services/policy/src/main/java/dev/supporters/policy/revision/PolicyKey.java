package dev.supporters.policy.revision;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.Products;
import dev.supporters.proto.common.v1.Product;

/** Which policy: a product in a region. */
public record PolicyKey(Product product, String region) {

    public PolicyKey {
        requireNonNull(product);
        requireNonNull(region);
    }

    /** The document's id and the event's key, like "DRIVER/seoul". */
    public String id() {
        return Products.name(product) + "/" + region;
    }
}
