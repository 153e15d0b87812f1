package dev.supporters.move.adapter.mongo;

import dev.supporters.move.proposal.DriverMoves;
import dev.supporters.platform.store.Documents;
import dev.supporters.platform.store.Stores;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collections of this service. */
@Singleton
class MoveStores {

    @Produces
    @Singleton
    Documents<DriverMoves> moves(Stores stores) {
        return stores.documents("moves", new DriverMovesMapper());
    }
}
