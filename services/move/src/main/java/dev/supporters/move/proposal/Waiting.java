package dev.supporters.move.proposal;

import java.time.Instant;

/** An order for a driver who is not known to be at work, and until when it waits. */
public record Waiting(MoveOrder order, Instant until) {

    boolean overAt(Instant now) {
        return !now.isBefore(until);
    }
}
