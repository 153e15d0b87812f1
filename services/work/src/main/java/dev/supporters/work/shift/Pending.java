package dev.supporters.work.shift;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What has happened to a shift since its newest event.
 *
 * @param asked what was asked for and what is not done yet
 * @param untold how many changes no event has told
 */
public record Pending(Optional<Asked> asked, int untold) {

    public static final Pending NOTHING = new Pending(Optional.empty(), 0);

    public Pending {
        requireNonNull(asked);
    }

    Pending asking(Asked next) {
        return new Pending(Optional.of(next), untold + 1);
    }

    Pending withdrawn() {
        return new Pending(Optional.empty(), untold + 1);
    }

    /** What was asked for stays, and something else has changed that no event tells. */
    Pending unchanged() {
        return new Pending(asked, untold + 1);
    }

    /** What was asked for stays, and the newest change has an event. */
    Pending told() {
        return new Pending(asked, 0);
    }

    /** Whether the shift is to end. */
    boolean asksEnd() {
        return asked.flatMap(open -> open.kind().endReason()).isPresent();
    }

    boolean asks(Asked.Kind kind) {
        return asked.filter(open -> open.kind() == kind).isPresent();
    }
}
