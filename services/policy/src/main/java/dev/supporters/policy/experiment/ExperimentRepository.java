package dev.supporters.policy.experiment;

import dev.supporters.platform.store.ChangeDecision;
import dev.supporters.policy.revision.PolicyKey;

import java.util.List;
import java.util.Optional;

/** The experiments of each product and region. */
public interface ExperimentRepository {

    Optional<RegionExperiments> find(PolicyKey key);

    /** Those whose key comes after the given one, by product and region. */
    List<RegionExperiments> after(String key, int limit);

    /** Changes them; empty when there are none and none were made. A request that was applied before changes nothing. */
    Optional<RegionExperiments> react(
            PolicyKey key, String cause, ChangeDecision<RegionExperiments> decision);
}
