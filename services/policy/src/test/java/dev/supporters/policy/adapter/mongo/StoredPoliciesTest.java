package dev.supporters.policy.adapter.mongo;

import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.policy.revision.PolicyRevision;
import dev.supporters.testkit.StoredDocumentsContract;

import java.util.Map;

class StoredPoliciesTest extends StoredDocumentsContract<PolicyRevision> {

    @Override
    protected CollectionSpec<PolicyRevision> spec() {
        return PolicyStores.POLICIES;
    }

    @Override
    protected Map<String, PolicyRevision> values() {
        return Map.of(
                "next-supporter", StoredRevisions.FIRST,
                "fail", StoredRevisions.SECOND,
                "general", StoredRevisions.THIRD,
                "all-parts", StoredRevisions.FOURTH,
                "overrun-limit", StoredRevisions.FIFTH,
                "effective-time", StoredRevisions.SIXTH,
                "join", StoredRevisions.SEVENTH,
                "abuse", StoredRevisions.EIGHTH,
                "driver-tags", StoredRevisions.NINTH,
                "calls", StoredRevisions.TENTH);
    }
}
