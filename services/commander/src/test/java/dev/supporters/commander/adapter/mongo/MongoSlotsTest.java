package dev.supporters.commander.adapter.mongo;

import dev.supporters.commander.slot.CallHolder;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.TestStore;

import org.junit.jupiter.api.AutoClose;

class MongoSlotsTest extends SlotsContract {

    @AutoClose private static final TestStore STORE = new TestStore();

    @Override
    AggregateStore<CallHolder> documents() {
        return STORE.documents(new HolderMapper(), new TestClock());
    }
}
