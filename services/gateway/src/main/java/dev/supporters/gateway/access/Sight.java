package dev.supporters.gateway.access;

/** How much of a call a viewer may see. */
public enum Sight {
    /** Everything. */
    ALL,
    /** Everything but who the driver is: a customer's call that nobody has accepted yet. */
    WITHOUT_DRIVER,
    /** What a driver may know before accepting: where the customer waits and the fare, nothing about the way. */
    BEFORE_ACCEPTANCE,
    /** Nothing, not even that there is such a call. */
    NONE
}
