package dev.supporters.commander.adapter.mongo;

import dev.supporters.commander.slot.CallHolder;
import dev.supporters.platform.store.Documents;

class InMemorySlotsTest extends SlotsContract {

    @Override
    Documents<CallHolder> documents() {
        return InMemorySlots.documents();
    }
}
