package dev.supporters.call.activity;

import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.RefusalConsequence;

/** What happened to a supporter's command. */
public sealed interface Happening {

    /** A driver was commanded. */
    record Commanded(int etaSeconds) implements Happening {}

    /** The command was accepted. */
    record Accepted() implements Happening {}

    /** The command was refused. */
    record Refused(RefusalConsequence consequence) implements Happening {}

    /** The driver is with the customer. */
    record Arrived() implements Happening {}

    /** The drive began. */
    record PickedUp() implements Happening {}

    /** The drive is over. */
    record Completed() implements Happening {}

    /** The engagement was ended from outside. */
    record Cancelled(CancellationReason reason) implements Happening {}
}
