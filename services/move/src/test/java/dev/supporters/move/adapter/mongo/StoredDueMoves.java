package dev.supporters.move.adapter.mongo;

import dev.supporters.move.proposal.DriverMoves;
import dev.supporters.move.proposal.DueMovesRepository;
import dev.supporters.platform.store.AggregateStore;

/** The product's query of what is due, over a store of a test. */
public final class StoredDueMoves {

    private StoredDueMoves() {}

    public static DueMovesRepository of(AggregateStore<DriverMoves> documents) {
        return new MongoDueMovesRepository(documents);
    }
}
