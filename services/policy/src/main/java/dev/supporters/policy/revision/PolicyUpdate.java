package dev.supporters.policy.revision;

import static java.util.Objects.requireNonNull;

/**
 * What an operator puts as the next version of a policy.
 *
 * @param expectedVersion the version that it replaces: 0 for a first one, or {@link #ANY_VERSION}
 * @param actor who puts it
 */
public record PolicyUpdate(
        String requestId, PolicyKey key, PolicyTerms terms, long expectedVersion, String actor) {

    /** Replaces whichever version there is. */
    public static final long ANY_VERSION = -1;

    public PolicyUpdate {
        requireNonNull(requestId);
        requireNonNull(key);
        requireNonNull(terms);
        requireNonNull(actor);
    }

    /** Whether a version is what this request makes. */
    boolean made(PolicyRevision revision) {
        return terms.equals(revision.terms())
                && actor.equals(revision.updatedBy())
                && replaces(revision.version() - 1);
    }

    boolean replaces(long version) {
        return expectedVersion == ANY_VERSION || expectedVersion == version;
    }
}
