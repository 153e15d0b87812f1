package dev.supporters.call.adapter.mongo;

import dev.supporters.call.life.Call;
import dev.supporters.platform.store.Documents;
import dev.supporters.testkit.InMemoryDocuments;

class InMemoryCallsTest extends CallsContract {

    @Override
    Documents<Call> documents() {
        return new InMemoryDocuments<>(new CallMapper());
    }
}
