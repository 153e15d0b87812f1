package dev.supporters.commander.adapter.mongo;

import dev.supporters.commander.slot.CallHolder;
import dev.supporters.commander.slot.Slots;
import dev.supporters.commander.watch.Watchers;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.testkit.InMemoryAggregateStore;

/** Opens slots for tests, through the real mapper. */
public final class InMemorySlots {

    private InMemorySlots() {}

    public static InMemoryAggregateStore<CallHolder> documents() {
        return new InMemoryAggregateStore<>(new HolderMapper());
    }

    public static Slots slots(AggregateStore<CallHolder> documents, Watchers watchers) {
        return new DocumentSlots(documents, watchers);
    }
}
