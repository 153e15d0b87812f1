package dev.supporters.routing.decision;

import java.time.Instant;

/** What came of an order. */
public sealed interface Assignment {

    /** A supporter has the command. */
    record Commanded(String driverId, String commandId, int etaSeconds, Instant deadline)
            implements Assignment {}

    /** Every candidate was taken by other calls in between. */
    record NoneFree() implements Assignment {}

    /** The call is closed to assignments. */
    record Closed() implements Assignment {}
}
