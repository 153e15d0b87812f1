package dev.supporters.local.night;

import java.time.Instant;

/** What a supporter means to do next about a command, and when. */
sealed interface Deed {

    Instant at();

    record Nothing() implements Deed {
        @Override
        public Instant at() {
            return Instant.MAX;
        }
    }

    record Accept(Instant at) implements Deed {}

    record Refuse(Instant at, String reason) implements Deed {}

    record Arrive(Instant at) implements Deed {}

    record PickUp(Instant at) implements Deed {}

    record Complete(Instant at) implements Deed {}
}
