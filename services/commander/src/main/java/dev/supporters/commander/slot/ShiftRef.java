package dev.supporters.commander.slot;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.WorkId;
import dev.supporters.proto.common.v1.Product;

import java.time.Instant;

/**
 * The shift that a slot belongs to, as far as the commander needs it.
 *
 * @param beginTime when it began; of two shifts the one that began later is the newer one
 * @param windowEnd from when on no command is given
 * @param version the newest version of the shift that has been applied: by an event, or by a request before its event came
 * @param closing whether the slot takes no new command any more
 */
public record ShiftRef(
        WorkId workId,
        Product product,
        Instant beginTime,
        Instant windowEnd,
        long version,
        boolean closing) {

    public ShiftRef {
        requireNonNull(workId);
        requireNonNull(product);
        requireNonNull(beginTime);
        requireNonNull(windowEnd);
    }

    /** Whether commands may be given within it. */
    public boolean open(Instant now) {
        return !closing && now.isBefore(windowEnd);
    }

    ShiftRef closed() {
        return new ShiftRef(workId, product, beginTime, windowEnd, version, true);
    }

    /** With the newer one of its version and another. */
    ShiftRef at(long other) {
        return new ShiftRef(
                workId, product, beginTime, windowEnd, Math.max(version, other), closing);
    }
}
