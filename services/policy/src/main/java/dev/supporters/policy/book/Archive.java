package dev.supporters.policy.book;

import java.util.List;
import java.util.Optional;

/** Keeps the versions that were replaced. */
public interface Archive {

    /** Keeps a version; keeping it again changes nothing. */
    void keep(Revision revision);

    /** Versions below the given one, newest first. */
    List<Revision> before(PolicyKey key, long version, int limit);

    /** The version that a request put, if it was replaced since. */
    Optional<Revision> putBy(PolicyKey key, String requestId);
}
