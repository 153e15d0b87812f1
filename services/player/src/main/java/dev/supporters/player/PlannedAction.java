package dev.supporters.player;

import java.time.Instant;

/** What a supporter plans to do next about a command, and when. */
sealed interface PlannedAction {

    Instant at();

    record Nothing() implements PlannedAction {
        @Override
        public Instant at() {
            return Instant.MAX;
        }
    }

    record Accept(Instant at) implements PlannedAction {}

    record Refuse(Instant at, String reason) implements PlannedAction {}

    record Arrive(Instant at) implements PlannedAction {}

    record PickUp(Instant at) implements PlannedAction {}

    record Complete(Instant at) implements PlannedAction {}
}
