package dev.supporters.work.overrun;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.work.shift.WorkEvents.OperatorDecision;

import java.time.Instant;

/**
 * An operator wants to end a shift whose drive nobody completes.
 *
 * @param end when the drive ended, as far as the operator could find out
 */
public record OperatorEndOrder(
        String requestId, WorkId workId, Instant end, OperatorDecision decision) {

    public OperatorEndOrder {
        requireNonNull(requestId);
        requireNonNull(workId);
        requireNonNull(end);
        requireNonNull(decision);
    }

    /** As the cause of the end. */
    String cause() {
        return RequestCause.of("operator-end", requestId, end, decision.reason());
    }
}
