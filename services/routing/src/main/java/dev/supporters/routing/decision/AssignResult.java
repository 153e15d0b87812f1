package dev.supporters.routing.decision;

import dev.supporters.contract.DriverId;

import java.time.Instant;

/** What came of an order. */
public sealed interface AssignResult {

    /** A supporter has the command. */
    record Commanded(DriverId driverId, String commandId, int etaSeconds, Instant deadline)
            implements AssignResult {}

    /** Every candidate was taken by other calls in between. */
    record NoneFree() implements AssignResult {}

    /** The call is closed to assignments. */
    record CallClosed() implements AssignResult {}
}
