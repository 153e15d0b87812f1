package dev.supporters.call.adapter.mongo;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.path.CustomerCalls;
import dev.supporters.contract.CallId;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.testkit.StoredDocumentsContract;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

class StoredCustomerCallsTest extends StoredDocumentsContract<CustomerCalls> {

    @Override
    protected CollectionSpec<CustomerCalls> spec() {
        return CallStores.CUSTOMER_CALLS;
    }

    @Override
    protected Map<String, CustomerCalls> values() {
        SequencedMap<CallId, Instant> admitted = new LinkedHashMap<>();
        admitted.put(SampleCalls.ID, SampleCalls.NOW.plusMillis(250));
        admitted.put(new CallId("254138"), SampleCalls.NOW.plusSeconds(60));
        return Map.of("two", new CustomerCalls(admitted));
    }
}
