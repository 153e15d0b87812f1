package dev.supporters.insight.adapter.mongo;

import dev.supporters.insight.SampleDecisions;
import dev.supporters.insight.decision.KeptPool;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.testkit.StoredDocumentsContract;

import java.util.Map;

class StoredPoolsTest extends StoredDocumentsContract<KeptPool> {

    @Override
    protected CollectionSpec<KeptPool> spec() {
        return InsightStores.POOLS;
    }

    @Override
    protected Map<String, KeptPool> values() {
        return Map.of("two-calls", new KeptPool("event-1", SampleDecisions.POOL));
    }
}
