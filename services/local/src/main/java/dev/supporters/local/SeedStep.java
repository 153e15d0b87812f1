package dev.supporters.local;

import dev.supporters.platform.refusal.Refusal;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;

import java.util.Optional;
import java.util.regex.Pattern;

/** Something that a service must store before a night can begin. */
final class SeedStep {

    private static final Pattern REASON = Pattern.compile("[A-Z_]+: ");

    private SeedStep() {}

    /**
     * Puts it.
     *
     * @throws IllegalStateException with one line that says what the service answered, if it does not take it
     */
    static void put(String what, Runnable requests) {
        try {
            requests.run();
        } catch (StatusRuntimeException e) {
            throw new IllegalStateException(line(what, answer(e.getStatus())), e);
        } catch (Refusal e) {
            throw new IllegalStateException(line(what, e.getMessage()), e);
        }
    }

    private static String line(String what, String answer) {
        return "The night cannot begin: " + what + " could not be stored: " + answer;
    }

    /** A refusal's description begins with its reason; that of a failed connection has several lines. */
    private static String answer(Status status) {
        String code = status.getCode().name();
        return Optional.ofNullable(status.getDescription())
                .flatMap(description -> description.lines().findFirst())
                .map(line -> REASON.matcher(line).lookingAt() ? line : code + ": " + line)
                .orElse(code);
    }
}
