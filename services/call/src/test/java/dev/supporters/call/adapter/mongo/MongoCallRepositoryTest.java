package dev.supporters.call.adapter.mongo;

import dev.supporters.call.life.Call;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.TestStore;

import org.junit.jupiter.api.AutoClose;

class MongoCallRepositoryTest extends CallRepositoryContract {

    @AutoClose private static final TestStore STORE = new TestStore();

    @Override
    AggregateStore<Call> documents() {
        return STORE.open(CallStores.CALLS, new TestClock());
    }
}
