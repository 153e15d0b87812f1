package dev.supporters.settlement.pay;

/** To what a second is accounted; entries are posted in this order. */
public enum TimeClass {
    /** Resting; who is commanded all the same works. */
    RESTING,
    /** Driving the customer. */
    DRIVING,
    /** From the acceptance to the beginning of the drive. */
    TO_CUSTOMER,
    /** Following a move. */
    MOVING,
    /** Free, but nothing was heard of the driver. */
    UNREACHABLE,
    /** Free, waiting for a command. */
    WAITING
}
