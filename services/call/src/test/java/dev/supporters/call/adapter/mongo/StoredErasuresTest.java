package dev.supporters.call.adapter.mongo;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.erasure.Erasure;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.testkit.StoredDocumentsContract;

import java.util.Map;

class StoredErasuresTest extends StoredDocumentsContract<Erasure> {

    @Override
    protected CollectionSpec<Erasure> spec() {
        return CallStores.ERASURES;
    }

    @Override
    protected Map<String, Erasure> values() {
        return Map.of(
                "erased",
                new Erasure("r1", "operator-1", "her wish", SampleCalls.NOW.plusMillis(250), 3));
    }
}
