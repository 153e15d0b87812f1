package dev.supporters.commander.adapter.mongo;

import dev.supporters.commander.slot.Slots;
import dev.supporters.commander.watch.Watchers;
import dev.supporters.platform.store.AggregateStores;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Opens the collection. */
@Singleton
class SlotStore {

    @Produces
    @Singleton
    Slots slots(AggregateStores stores, Watchers watchers) {
        return new DocumentSlots(stores.documents("slots", new HolderMapper()), watchers);
    }
}
