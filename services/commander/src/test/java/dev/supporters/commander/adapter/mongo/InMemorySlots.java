package dev.supporters.commander.adapter.mongo;

import dev.supporters.commander.slot.CallHolder;
import dev.supporters.commander.slot.Slots;
import dev.supporters.commander.watch.Watchers;
import dev.supporters.platform.store.Documents;
import dev.supporters.testkit.InMemoryDocuments;

/** Opens slots for tests, through the real mapper. */
public final class InMemorySlots {

    private InMemorySlots() {}

    public static InMemoryDocuments<CallHolder> documents() {
        return new InMemoryDocuments<>(new HolderMapper());
    }

    public static Slots slots(Documents<CallHolder> documents, Watchers watchers) {
        return new DocumentSlots(documents, watchers);
    }
}
