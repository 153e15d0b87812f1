package dev.supporters.policy.book;

import java.time.Instant;

/** One version of a policy, as it was put: by whom, when, by which request. */
public record Revision(
        PolicyKey key,
        long version,
        Terms terms,
        Instant updateTime,
        String updatedBy,
        String requestId) {}
