package dev.supporters.commander.adapter.mongo;

import dev.supporters.commander.slot.CallHolder;
import dev.supporters.platform.store.AggregateStore;

class InMemorySlotsTest extends SlotsContract {

    @Override
    AggregateStore<CallHolder> documents() {
        return InMemorySlots.documents();
    }
}
