package dev.supporters.activity.abuse;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.Products;
import dev.supporters.proto.common.v1.Product;

import java.time.LocalDate;

/** A business date of one product in one region: what is judged at once, as drivers are compared with each other there. */
public record NightKey(Product product, String region, LocalDate businessDate) {

    public NightKey {
        requireNonNull(product);
        requireNonNull(region);
        requireNonNull(businessDate);
    }

    /** The id of its documents. */
    public String id() {
        return Products.name(product) + "/" + region + "/" + businessDate;
    }

    @Override
    public String toString() {
        return id();
    }
}
