package dev.supporters.legacy.dispatch;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A call that is handed to the legacy system.
 *
 * @param released supporters' commands of the call that are over
 */
public record Submission(
        String callId, boolean registered, CallDetails details, List<String> released) {

    public Submission {
        requireNonNull(callId);
        requireNonNull(details);
        released = List.copyOf(released);
    }
}
