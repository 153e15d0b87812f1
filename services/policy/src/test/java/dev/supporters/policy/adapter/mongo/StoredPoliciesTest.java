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
        return Map.ofEntries(
                Map.entry("next-supporter", StoredRevisions.FIRST),
                Map.entry("fail", StoredRevisions.SECOND),
                Map.entry("with-reason", StoredRevisions.WITH_REASON),
                Map.entry("general", StoredRevisions.THIRD),
                Map.entry("all-parts", StoredRevisions.FOURTH),
                Map.entry("overrun-limit", StoredRevisions.FIFTH),
                Map.entry("effective-time", StoredRevisions.SIXTH),
                Map.entry("join", StoredRevisions.SEVENTH),
                Map.entry("abuse", StoredRevisions.EIGHTH),
                Map.entry("driver-tags", StoredRevisions.NINTH),
                Map.entry("calls", StoredRevisions.TENTH),
                Map.entry("abuse-over-a-week", StoredRevisions.ELEVENTH));
    }
}
