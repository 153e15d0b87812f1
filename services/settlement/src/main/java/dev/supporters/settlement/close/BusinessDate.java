package dev.supporters.settlement.close;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.Products;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.settlement.ledger.Ledger;
import dev.supporters.settlement.pay.Fact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A business date of a product in a region of its policies. */
public record BusinessDate(Product product, String region, LocalDate date) {

    /** Where a day ends last. */
    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    public BusinessDate {
        requireNonNull(product);
        requireNonNull(region);
        requireNonNull(date);
    }

    /** That of a shift; empty if its region is not known. */
    static Optional<BusinessDate> of(Ledger ledger) {
        return ledger.facts()
                .begun()
                .filter(begun -> !begun.region().isEmpty())
                .map(begun ->
                        new BusinessDate(begun.product(), begun.region(), begun.businessDate()));
    }

    String id() {
        return Products.name(product) + "/" + region + "/" + date;
    }

    /** When the day has ended in every time zone, so that no window begins on it any more. */
    Instant endEverywhere() {
        return date.plusDays(1).atStartOfDay(LAST).toInstant();
    }

    /** When the window of its shifts ended; if no shift tells, the end of the day everywhere. */
    Instant end(List<Ledger> shifts) {
        return shifts.stream()
                .flatMap(ledger -> ledger.facts().begun().flatMap(Fact.Begun::windowEnd).stream())
                .max(Instant::compareTo)
                .orElseGet(this::endEverywhere);
    }

    /** Whether a shift belongs to it. One without a known begin, or without a region, may belong to each, and so belongs to all. */
    boolean contains(Ledger ledger) {
        return ledger.workId().businessDate().equals(date)
                && ledger.facts()
                        .begun()
                        .filter(begun ->
                                begun.product() != product
                                        || !List.of("", region).contains(begun.region()))
                        .isEmpty();
    }

    @Override
    public String toString() {
        return id();
    }
}
