package dev.supporters.driver.application;

import static java.util.Objects.requireNonNull;

import dev.supporters.driver.application.Application.State;
import dev.supporters.driver.profile.Profile;
import dev.supporters.platform.refusal.Refusal;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Where a list of waiting applications goes on: since when the last driver's application has waited, and the driver. */
public record ApplicationKey(Instant since, String driverId) {

    private static final char SEPARATOR = ' ';

    public ApplicationKey {
        requireNonNull(since);
        requireNonNull(driverId);
    }

    static ApplicationKey of(Profile profile) {
        return new ApplicationKey(
                profile.applications().waitingSince(State.SUBMITTED).orElseThrow(),
                profile.driverId().value());
    }

    /** From a page token; empty on the first page. Refused: INVALID_ARGUMENT, if it is no token of ours. */
    static Optional<ApplicationKey> read(String token) {
        if (token.isEmpty()) {
            return Optional.empty();
        }
        int end = token.indexOf(SEPARATOR);
        try {
            Instant since = Instant.parse(token.substring(0, Math.max(0, end)));
            return Optional.of(new ApplicationKey(since, token.substring(end + 1)));
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("page_token", token, "a token of an answer before");
        }
    }

    String token() {
        return since.toString() + SEPARATOR + driverId;
    }
}
