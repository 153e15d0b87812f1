package dev.supporters.call.followup;

import static java.util.Objects.requireNonNull;

/** What another part made of what it was told. */
sealed interface SendResult {

    /** It has taken it, or it was no longer necessary. */
    record Delivered() implements SendResult {}

    /** It has answered, and does not take it: that may be this call's fault. */
    record Declined(String reason) implements SendResult {

        public Declined {
            requireNonNull(reason);
        }
    }

    /** It is away, late or has too much to do: that says nothing about this call. */
    record Unanswered(String reason) implements SendResult {

        public Unanswered {
            requireNonNull(reason);
        }
    }

    /** Why it was not taken; empty if it was. */
    default String reason() {
        return switch (this) {
            case Delivered taken -> "";
            case Declined refused -> refused.reason();
            case Unanswered unanswered -> unanswered.reason();
        };
    }
}
