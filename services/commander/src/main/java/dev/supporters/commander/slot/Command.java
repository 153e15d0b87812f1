package dev.supporters.commander.slot;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Money;
import dev.supporters.contract.Place;
import dev.supporters.contract.WorkId;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;

import java.time.Instant;

/**
 * An order to take a call. It has no destination, so that nothing that is made from it can reveal one.
 *
 * @param workId the shift in which it was given
 * @param deadlineTime until when it may be refused; without an answer until then it is accepted
 */
public record Command(
        String commandId,
        CallId callId,
        DriverId driverId,
        WorkId workId,
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

    /** Whether the deadline has passed, so that silence has accepted it unless it was decided before. */
    public boolean overdue(Instant now) {
        return !now.isBefore(deadlineTime);
    }
}
