package dev.supporters.policy.book;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;

/** An operator's order to put a new version. */
public record PutOrder(
        String requestId, PolicyKey key, Terms terms, long expectedVersion, String actor) {

    /** Replaces whichever version there is. */
    public static final long ANY_VERSION = -1;

    private static final int ACTOR_LENGTH = 100;

    public PutOrder {
        Require.requestId(requestId);
        if (expectedVersion < ANY_VERSION) {
            throw Refusal.invalid("expected_version", expectedVersion, "-1 or more");
        }
        Require.text(actor, "actor", ACTOR_LENGTH);
    }

    boolean replaces(long version) {
        return expectedVersion == ANY_VERSION || expectedVersion == version;
    }
}
