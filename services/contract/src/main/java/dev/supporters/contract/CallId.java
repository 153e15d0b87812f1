package dev.supporters.contract;

import dev.supporters.platform.refusal.Require;

/** A call. */
public record CallId(String value) implements Comparable<CallId> {

    public static final int MAX_LENGTH = 64;

    public CallId {
        Require.text(value, "call_id", MAX_LENGTH);
    }

    @Override
    public int compareTo(CallId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
