package dev.supporters.call.adapter.mongo;

import dev.supporters.call.life.Call;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.testkit.InMemoryAggregateStore;

class InMemoryCallRepositoryTest extends CallRepositoryContract {

    @Override
    AggregateStore<Call> documents() {
        return new InMemoryAggregateStore<>(CallStores.CALLS);
    }
}
