package dev.supporters.policy.revision;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * One version of a policy, as it was put.
 *
 * @param version 1 for the first; each put makes the next
 * @param effectiveTime from when on it is in force; empty if as soon as it was put
 * @param updateTime in whole milliseconds, as it is stored
 * @param updatedBy who put it
 * @param reason why; empty if it was not said
 * @param requestId the request that put it
 */
public record PolicyRevision(
        PolicyKey key,
        long version,
        PolicyTerms terms,
        Optional<Instant> effectiveTime,
        Instant updateTime,
        String updatedBy,
        String reason,
        String requestId) {

    public PolicyRevision {
        requireNonNull(key);
        requireNonNull(terms);
        requireNonNull(effectiveTime);
        requireNonNull(updateTime);
        requireNonNull(updatedBy);
        requireNonNull(reason);
        requireNonNull(requestId);
    }
}
