package dev.supporters.commander.slot;

import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.RefusalReason;

/** How a command came out; each has exactly one outcome. */
public sealed interface Outcome {

    /**
     * Accepted, by the driver or by silence.
     *
     * @param completed whether its drive was completed; false while it lasts, and when it was cancelled
     */
    record Accepted(boolean completed) implements Outcome {}

    /** Refused by the driver. */
    record Refused(RefusalReason reason, String comment) implements Outcome {}

    /** Cancelled before it was accepted. */
    record Cancelled(CancellationReason reason) implements Outcome {}
}
