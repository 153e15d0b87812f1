package dev.supporters.commander.slot;

import static java.util.Objects.requireNonNull;

/** What a slot has in every state. */
public record Seat(DriverId driverId, Duty duty, Decisions decisions) {

    public Seat {
        requireNonNull(driverId);
        requireNonNull(duty);
        requireNonNull(decisions);
    }

    Seat with(Duty next) {
        return new Seat(driverId, next, decisions);
    }

    Seat remembering(Decided decided) {
        return new Seat(driverId, duty, decisions.plus(decided));
    }
}
