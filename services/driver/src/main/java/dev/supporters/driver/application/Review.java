package dev.supporters.driver.application;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.refusal.Require;

/**
 * What an operator decides about an application.
 *
 * @param text the reason of a rejection, or what is asked; may be empty if it is approved
 */
public record Review(
        String requestId,
        Application.Id applicationId,
        ReviewDecision decision,
        String text,
        String actor) {

    private static final int MOST_TEXT = 1_000;

    /** Refused: INVALID_ARGUMENT, if a rejection has no reason, or a question no text. */
    public Review {
        requireNonNull(requestId);
        requireNonNull(applicationId);
        requireNonNull(actor);
        switch (decision) {
            case APPROVE -> Require.optionalText(text, "text", MOST_TEXT);
            case REJECT, ASK -> Require.text(text, "text", MOST_TEXT);
        }
    }

    /** What can be decided. */
    public enum ReviewDecision {
        APPROVE(Application.Action.APPROVED),
        REJECT(Application.Action.REJECTED),
        ASK(Application.Action.ASKED);

        private final Application.Action action;

        ReviewDecision(Application.Action action) {
            this.action = action;
        }
    }

    /** What it does to the application. */
    Application.Action action() {
        return decision.action;
    }
}
