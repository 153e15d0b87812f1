package dev.supporters.call.life;

/** Who cancelled a call. */
public enum Canceller {
    CUSTOMER,
    OPERATOR
}
