package dev.supporters.call.adapter.mongo;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.erasure.Erasure;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.testkit.StoredDocumentsContract;

import java.util.List;
import java.util.Map;

class StoredErasuresTest extends StoredDocumentsContract<Erasure> {

    @Override
    protected CollectionSpec<Erasure> spec() {
        return CallStores.ERASURES;
    }

    private static Erasure erasure(int calls, String pseudonym) {
        return new Erasure(
                "r1",
                "operator-1",
                "her wish",
                SampleCalls.NOW.plusMillis(250),
                calls,
                pseudonym,
                List.of());
    }

    @Override
    protected Map<String, Erasure> values() {
        return Map.of(
                "erased",
                erasure(3, ""),
                "begun",
                erasure(0, "erased-1"),
                "erased-again",
                new Erasure(
                        "r3",
                        "operator-1",
                        "her wish",
                        SampleCalls.NOW.plusMillis(250),
                        4,
                        "",
                        List.of(
                                new Erasure.Answer("r1", SampleCalls.NOW, 1),
                                new Erasure.Answer("r2", SampleCalls.NOW.plusMillis(50), 3))));
    }
}
