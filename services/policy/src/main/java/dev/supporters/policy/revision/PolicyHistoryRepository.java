package dev.supporters.policy.revision;

import java.util.List;
import java.util.Optional;

/** The versions that were replaced. Nothing is ever removed. */
public interface PolicyHistoryRepository {

    /** Stores a version; storing it again changes nothing. */
    void add(PolicyRevision revision);

    /** Versions below the given one, newest first. */
    List<PolicyRevision> before(PolicyKey key, long version, int limit);

    /** The version that a request put, if it was replaced since. */
    Optional<PolicyRevision> findByRequest(PolicyKey key, String requestId);
}
