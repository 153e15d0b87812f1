package dev.supporters.work.shift;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.work.v1.WorkType;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What never changes in a shift.
 *
 * @param businessDate the date on which the shift's window began
 * @param requestId the request that began it
 * @param zone where it began
 */
public record ShiftDetails(
        DriverId driverId,
        Product product,
        WorkType type,
        String region,
        LocalDate businessDate,
        Instant begin,
        Instant windowEnd,
        String requestId,
        BeginZone zone) {

    public ShiftDetails {
        requireNonNull(driverId);
        requireNonNull(product);
        requireNonNull(type);
        requireNonNull(region);
        requireNonNull(businessDate);
        requireNonNull(begin);
        requireNonNull(windowEnd);
        requireNonNull(requestId);
        requireNonNull(zone);
    }

    public WorkId id() {
        return WorkId.of(driverId, product, businessDate);
    }

    public boolean windowHasEnded(Instant now) {
        return !now.isBefore(windowEnd);
    }
}
