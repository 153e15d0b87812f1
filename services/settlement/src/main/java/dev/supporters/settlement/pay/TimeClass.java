package dev.supporters.settlement.pay;

/** To what a second is accounted; where several would hold, the first of this list does. */
public enum TimeClass {
    /** Resting. */
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
