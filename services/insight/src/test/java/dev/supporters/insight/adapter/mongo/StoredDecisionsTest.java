package dev.supporters.insight.adapter.mongo;

import dev.supporters.insight.SampleDecisions;
import dev.supporters.insight.decision.CallDecisions;
import dev.supporters.insight.decision.CallDecisions.KeptDecision;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.testkit.StoredDocumentsContract;

import java.util.Map;

class StoredDecisionsTest extends StoredDocumentsContract<CallDecisions> {

    @Override
    protected CollectionSpec<CallDecisions> spec() {
        return InsightStores.DECISIONS;
    }

    @Override
    protected Map<String, CallDecisions> values() {
        return Map.of(
                "once", SampleDecisions.once(),
                "twice",
                        SampleDecisions.once()
                                .with(new KeptDecision("event-2", SampleDecisions.HELD)));
    }
}
