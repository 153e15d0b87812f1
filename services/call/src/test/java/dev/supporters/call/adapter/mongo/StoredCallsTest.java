package dev.supporters.call.adapter.mongo;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.life.Call;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.testkit.StoredDocumentsContract;

import java.util.Map;

class StoredCallsTest extends StoredDocumentsContract<Call> {

    @Override
    protected CollectionSpec<Call> spec() {
        return CallStores.CALLS;
    }

    @Override
    protected Map<String, Call> values() {
        return SampleCalls.stored();
    }
}
