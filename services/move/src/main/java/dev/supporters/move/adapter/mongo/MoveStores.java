package dev.supporters.move.adapter.mongo;

import dev.supporters.move.proposal.DriverMoves;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collections of this service. */
@Singleton
class MoveStores {

    @Produces
    @Singleton
    AggregateStore<DriverMoves> moves(AggregateStores stores) {
        return stores.documents("moves", new DriverMovesMapper());
    }
}
