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
     * <p>Nothing is archived: a slot does not end, and with an archive an absent document would cost more reads. A closed call is
     * deleted when nobody can ask for its assignment any more.
     */
    public static final CollectionSpec<CallClaim> SLOTS =
            CollectionSpec.of("slots", new SlotMapper())
                    .storedForm(3)
                    .uniqueIndex("call", SlotMapper.CALL_ID)
                    .index("deadline", SlotMapper.DEADLINE)
                    .index("decided", SlotMapper.DECIDED_CALL_ID)
                    .deletedBy(SlotMapper.CLOSE_TIME);

    @Produces
    @Singleton
    SlotRepository slots(AggregateStores stores, WatcherRegistry watchers) {
        return new MongoSlotRepository(stores.open(SLOTS), watchers);
    }
}
