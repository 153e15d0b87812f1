package dev.supporters.settlement.close;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.WorkId;

/** A shift that keeps its business date from being closed. */
public record Obstacle(WorkId workId, Kind kind) {

    public Obstacle {
        requireNonNull(workId);
        requireNonNull(kind);
    }

    /** Why it does. */
    public enum Kind {
        /** It has not ended. */
        RUNNING,
        /** It has ended, an event of it is missing, and no operator has added an entry for it. */
        HELD_BACK,
        /** Events of it have come, but not its begin. */
        BEGIN_MISSING,
        /** Its driver waits for an answer. */
        DISPUTED,
        /** The archived events say something else than the ledger, or cannot be read. */
        UNPROVEN;

        /**
         * Whether an operator may say that it counts no more. A shift that runs is ended by an operator, and an entry makes up for what is
         * held back; for the others there is nothing else.
         */
        boolean mayBeOverridden() {
            return switch (this) {
                case DISPUTED, UNPROVEN, BEGIN_MISSING -> true;
                case RUNNING, HELD_BACK -> false;
            };
        }
    }
}
