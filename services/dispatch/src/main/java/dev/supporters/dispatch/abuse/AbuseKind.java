package dev.supporters.dispatch.abuse;

/** A way in which a driver may play the system. The position is the order in which signals are listed. */
public enum AbuseKind {
    /** Commands are refused more often than by others at the same place and hour. */
    REFUSALS(.05, Tail.MANY_OF_TRIALS),
    /** Customers cancel soon after the driver has seen the destination. */
    CANCELLATIONS(.05, Tail.MANY_OF_TRIALS),
    /** The driver waits where few calls come, and declines to move away more often than others who wait there. */
    COLD_WAITING(.15, Tail.MANY_OF_TRIALS),
    /** No position comes for a while, again and again. */
    DARK_GPS(.1, Tail.MANY_IN_TIME),
    /** Drives are completed long after they should have ended. */
    UNFINISHED_DRIVES(.02, Tail.MANY_OF_TRIALS),
    /** A driver says to be with the customer, or to have brought one home, and positions or the time say otherwise. */
    CONTRADICTED_STEPS(.02, Tail.MANY_OF_TRIALS);

    /** What is unusual, and in what it is counted. */
    enum Tail {
        MANY_OF_TRIALS,
        MANY_IN_TIME
    }

    private final double usualRate;
    private final Tail tail;

    AbuseKind(double usualRate, Tail tail) {
        this.usualRate = usualRate;
        this.tail = tail;
    }

    /** What is believed before anything is known: for each trial, or for each hour. */
    double usualRate() {
        return usualRate;
    }

    Tail tail() {
        return tail;
    }
}
