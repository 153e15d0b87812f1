package dev.supporters.commander.adapter.mongo;

import dev.supporters.commander.slot.CallClaim;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.TestStore;

import org.junit.jupiter.api.AutoClose;

class MongoSlotRepositoryTest extends SlotRepositoryContract {

    @AutoClose private static final TestStore STORE = new TestStore();

    @Override
    AggregateStore<CallClaim> documents() {
        return STORE.open(SlotStores.SLOTS, new TestClock());
    }
}
