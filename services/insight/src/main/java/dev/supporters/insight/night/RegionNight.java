package dev.supporters.insight.night;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.PolicyRegion;
import dev.supporters.contract.Position;
import dev.supporters.contract.Products;
import dev.supporters.insight.region.NightTerms;
import dev.supporters.proto.common.v1.Product;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/** A night: one product in one region on one business date. */
public record RegionNight(Product product, String region, LocalDate businessDate) {

    public RegionNight {
        requireNonNull(product);
        requireNonNull(region);
        requireNonNull(businessDate);
    }

    /** The night to which something at a place and time belongs: in whose window it is, of the smallest region that contains the place. */
    public static Optional<RegionNight> of(
            Product product, Position place, Instant time, Collection<NightTerms> regions) {
        return PolicyRegion.at(regions, product, place)
                .flatMap(terms ->
                        terms.window()
                                .at(time)
                                .map(window ->
                                        new RegionNight(
                                                terms.product(),
                                                terms.region(),
                                                window.businessDate())));
    }

    /** As the id of documents: "DRIVER/seoul/2026-11-20". */
    public String id() {
        return Products.name(product) + "/" + region + "/" + businessDate;
    }
}
