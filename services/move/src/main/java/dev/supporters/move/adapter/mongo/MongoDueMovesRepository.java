package dev.supporters.move.adapter.mongo;

import dev.supporters.contract.DriverId;
import dev.supporters.move.proposal.DriverMoves;
import dev.supporters.move.proposal.DueMovesRepository;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Query;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;

/** Finds drivers by the due time that the mapper writes. */
@ApplicationScoped
class MongoDueMovesRepository implements DueMovesRepository {

    private final AggregateStore<DriverMoves> documents;

    MongoDueMovesRepository(AggregateStore<DriverMoves> documents) {
        this.documents = documents;
    }

    static Query dueQuery(Instant now, int limit) {
        return Query.atMost(limit)
                .atOrBefore(DriverMovesMapper.DUE, now)
                .ascending(DriverMovesMapper.DUE);
    }

    @Override
    public List<DriverId> due(Instant now, int limit) {
        return documents.query(dueQuery(now, limit)).stream()
                .map(found -> new DriverId(found.id()))
                .toList();
    }
}
