package dev.supporters.settlement.ledger;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.refusal.Refusal;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Where a list of disputed statements goes on: the newest dispute of the last one that was shown, and its shift. */
public record DisputeKey(Instant openTime, String workId) {

    private static final char SEPARATOR = ' ';

    public DisputeKey {
        requireNonNull(openTime);
        requireNonNull(workId);
    }

    static DisputeKey of(Ledger ledger) {
        return new DisputeKey(ledger.disputes().getLast().openTime(), ledger.workId().value());
    }

    /** From a page token; empty on the first page. Refused: INVALID_ARGUMENT, if it is no token of ours. */
    static Optional<DisputeKey> read(String token) {
        if (token.isEmpty()) {
            return Optional.empty();
        }
        int end = token.indexOf(SEPARATOR);
        try {
            Instant openTime = Instant.parse(token.substring(0, Math.max(0, end)));
            return Optional.of(new DisputeKey(openTime, token.substring(end + 1)));
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("page_token", token, "a token of an answer before");
        }
    }

    String token() {
        return openTime.toString() + SEPARATOR + workId;
    }
}
