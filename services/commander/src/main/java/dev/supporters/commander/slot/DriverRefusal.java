package dev.supporters.commander.slot;

import static java.util.Objects.requireNonNull;

import dev.supporters.proto.common.v1.RefusalReason;

/** A driver's refusal of a command. */
public record DriverRefusal(RefusalReason reason, String comment) {

    public DriverRefusal {
        requireNonNull(reason);
        requireNonNull(comment);
    }
}
