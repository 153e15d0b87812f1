package dev.supporters.policy.revision;

import dev.supporters.platform.store.ChangeDecision;
import dev.supporters.platform.store.Versioned;

import java.util.List;
import java.util.Optional;

/** The newest version of each policy. */
public interface PolicyRepository {

    Optional<PolicyRevision> find(PolicyKey key);

    /** Those whose key comes after the given one, by product and region. */
    List<PolicyRevision> after(String key, int limit);

    /** Replaces the newest version; a request that was applied before changes nothing. */
    Versioned<PolicyRevision> change(
            PolicyKey key, String requestId, ChangeDecision<PolicyRevision> decision);
}
