package dev.supporters.zone.region;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.Products;
import dev.supporters.proto.common.v1.Product;

/** One product in one region: what zones are planned for. */
public record ZoneKey(Product product, String region) {

    public ZoneKey {
        requireNonNull(product);
        requireNonNull(region);
    }

    /** As the id of documents and as the key of the topic: "DRIVER/seoul". */
    public String id() {
        return Products.name(product) + "/" + region;
    }
}
