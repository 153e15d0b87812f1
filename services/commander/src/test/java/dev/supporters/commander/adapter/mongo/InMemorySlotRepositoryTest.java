package dev.supporters.commander.adapter.mongo;

import dev.supporters.commander.slot.CallClaim;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.testkit.InMemoryAggregateStore;

class InMemorySlotRepositoryTest extends SlotRepositoryContract {

    @Override
    AggregateStore<CallClaim> documents() {
        return new InMemoryAggregateStore<>(SlotStores.SLOTS);
    }
}
