package dev.supporters.commander.slot;

import dev.supporters.platform.refusal.Require;

/** A call. */
public record CallId(String value) {

    private static final int MAX_LENGTH = 100;

    public CallId {
        Require.text(value, "call_id", MAX_LENGTH);
    }
}
