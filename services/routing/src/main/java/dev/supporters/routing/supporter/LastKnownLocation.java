package dev.supporters.routing.supporter;

import dev.supporters.contract.Position;

import java.time.Instant;

/** Where a driver is, as the locations topic tells. */
public sealed interface LastKnownLocation {

    /** Nothing was heard. */
    record Unknown() implements LastKnownLocation {}

    /** A position, and the cell that it is in. */
    record Seen(Position position, long cell, Instant time) implements LastKnownLocation {}

    /** Has reported nothing for too long, so nobody knows. */
    record Unreachable(Instant time) implements LastKnownLocation {}

    default LastKnownLocation seen(Seen seen) {
        return seen.time().isBefore(time()) ? this : seen;
    }

    default LastKnownLocation unreachable(Instant time) {
        return time.isBefore(time()) ? this : new Unreachable(time);
    }

    private Instant time() {
        return switch (this) {
            case Unknown unknown -> Instant.MIN;
            case Seen seen -> seen.time();
            case Unreachable unreachable -> unreachable.time();
        };
    }
}
