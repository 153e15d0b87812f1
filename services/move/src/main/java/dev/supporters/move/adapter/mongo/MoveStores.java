package dev.supporters.move.adapter.mongo;

import dev.supporters.move.proposal.DriverMoves;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;
import dev.supporters.platform.store.CollectionSpec;

import io.quarkus.runtime.Startup;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collection of this service. */
@Singleton
public class MoveStores {

    /** One document for each driver: it has no end, so nothing is archived. That of a driver of whom only signals told is deleted. */
    public static final CollectionSpec<DriverMoves> MOVES =
            CollectionSpec.of("moves", new DriverMovesMapper())
                    .storedForm(5)
                    .index("due", DriverMovesMapper.DUE)
                    .deletedBy(DriverMovesMapper.UNHEARD_TIME);

    @Startup
    @Produces
    @Singleton
    AggregateStore<DriverMoves> moves(AggregateStores stores) {
        return stores.open(MOVES);
    }
}
