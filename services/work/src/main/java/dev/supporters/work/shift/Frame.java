package dev.supporters.work.shift;

import static java.util.Objects.requireNonNull;

import dev.supporters.proto.common.v1.Product;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What never changes in a work.
 *
 * @param requestId the request that began it
 */
public record Frame(
        String driverId,
        Product product,
        String region,
        LocalDate businessDate,
        Instant begin,
        Instant windowEnd,
        String requestId) {

    public Frame {
        requireNonNull(driverId);
        requireNonNull(product);
        requireNonNull(region);
        requireNonNull(businessDate);
        requireNonNull(begin);
        requireNonNull(windowEnd);
        requireNonNull(requestId);
    }

    public WorkId id() {
        return WorkId.of(driverId, product, businessDate);
    }

    public boolean windowHasEnded(Instant now) {
        return !now.isBefore(windowEnd);
    }
}
