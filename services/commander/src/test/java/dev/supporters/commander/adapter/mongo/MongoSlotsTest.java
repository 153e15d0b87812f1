package dev.supporters.commander.adapter.mongo;

import dev.supporters.commander.slot.CallHolder;
import dev.supporters.platform.store.Documents;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.TestStore;

import org.junit.jupiter.api.AutoClose;

class MongoSlotsTest extends SlotsContract {

    @AutoClose private static final TestStore STORE = new TestStore();

    @Override
    Documents<CallHolder> documents() {
        return STORE.documents(new HolderMapper(), new TestClock());
    }
}
