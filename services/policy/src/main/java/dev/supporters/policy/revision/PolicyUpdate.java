package dev.supporters.policy.revision;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.refusal.Refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an operator puts as the next version of a policy.
 *
 * @param effectiveTime from when on it is in force, in whole milliseconds; empty for at once
 * @param expectedVersion the version that it replaces: 0 for a first one, or {@link #ANY_VERSION}
 * @param actor who puts it
 * @param reason why; empty if it is not said
 */
public record PolicyUpdate(
        String requestId,
        PolicyKey key,
        PolicyTerms terms,
        Optional<Instant> effectiveTime,
        long expectedVersion,
        String actor,
        String reason) {

    /** Replaces whichever version there is. */
    public static final long ANY_VERSION = -1;

    private static final Duration LONGEST_AHEAD = Duration.ofDays(366);

    public PolicyUpdate {
        requireNonNull(requestId);
        requireNonNull(key);
        requireNonNull(terms);
        requireNonNull(effectiveTime);
        requireNonNull(actor);
        requireNonNull(reason);
    }

    /** Nothing changes in the past, and nothing is planned for longer than a year. Refused: INVALID_ARGUMENT. */
    void requireNotInThePast(Instant now) {
        Instant latest = now.plus(LONGEST_AHEAD);
        effectiveTime
                .filter(time -> time.isBefore(now) || time.isAfter(latest))
                .ifPresent(time -> {
                    throw Refusal.invalid("effective_time", time, now + " to " + latest);
                });
    }

    /** Whether a version is what this request makes. */
    boolean made(PolicyRevision revision) {
        return terms.equals(revision.terms())
                && effectiveTime.equals(revision.effectiveTime())
                && actor.equals(revision.updatedBy())
                && reason.equals(revision.reason())
                && replaces(revision.version() - 1);
    }

    boolean replaces(long version) {
        return expectedVersion == ANY_VERSION || expectedVersion == version;
    }
}
