package dev.supporters.insight.night;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.Products;
import dev.supporters.proto.common.v1.Product;

import java.time.LocalDate;

/** A night: one product in one region on one business date. */
public record RegionNight(Product product, String region, LocalDate businessDate) {

    public RegionNight {
        requireNonNull(product);
        requireNonNull(region);
        requireNonNull(businessDate);
    }

    /** As the id of documents: "DRIVER/seoul/2026-11-20". */
    public String id() {
        return Products.name(product) + "/" + region + "/" + businessDate;
    }
}
