package dev.supporters.commander.slot;

import static java.util.Objects.requireNonNull;

import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;

import java.time.Instant;

/**
 * An order to take a call. It knows no destination, so that nothing made of it can tell one.
 *
 * @param workId the work within which it was given
 * @param deadlineTime until when it may be refused; silence until then accepts
 */
public record Command(
        String commandId,
        CallId callId,
        DriverId driverId,
        String workId,
        Product product,
        Place origin,
        Money fare,
        int etaSeconds,
        Instant createTime,
        Instant deadlineTime,
        RefusalConsequence onRefusal) {

    public Command {
        requireNonNull(commandId);
        requireNonNull(callId);
        requireNonNull(driverId);
        requireNonNull(workId);
        requireNonNull(product);
        requireNonNull(origin);
        requireNonNull(fare);
        requireNonNull(createTime);
        requireNonNull(deadlineTime);
        requireNonNull(onRefusal);
    }

    /** Whether silence has accepted it, unless it was decided before. */
    public boolean overdue(Instant now) {
        return !now.isBefore(deadlineTime);
    }
}
