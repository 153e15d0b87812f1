package dev.supporters.commander.adapter.mongo;

import dev.supporters.commander.slot.CallClaim;
import dev.supporters.commander.slot.SlotRepository;
import dev.supporters.commander.watch.WatcherRegistry;
import dev.supporters.platform.store.AggregateStores;
import dev.supporters.platform.store.CollectionSpec;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collection of this service. */
@Singleton
public class SlotStores {

    /**
     * Slots and closed calls. The unique index is the rule that a call has at most one claim. The index of decided commands has an entry
     * for each command that a slot remembers.
     *
     * <p>Nothing is archived. A slot does not end. A closed call must keep its claim, because a call is closed permanently; an archived
     * one would set it free. With an archive an absent document would also cost more reads, and a call's closure is absent before.
     */
    public static final CollectionSpec<CallClaim> SLOTS =
            CollectionSpec.of("slots", new SlotMapper())
                    .storedForm(3)
                    .uniqueIndex("call", SlotMapper.CALL_ID)
                    .index("deadline", SlotMapper.DEADLINE)
                    .index("decided", SlotMapper.DECIDED_CALL_ID);

    @Produces
    @Singleton
    SlotRepository slots(AggregateStores stores, WatcherRegistry watchers) {
        return new MongoSlotRepository(stores.open(SLOTS), watchers);
    }
}
