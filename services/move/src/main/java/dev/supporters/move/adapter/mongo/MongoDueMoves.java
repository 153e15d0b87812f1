package dev.supporters.move.adapter.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import dev.supporters.move.proposal.DriverId;
import dev.supporters.move.proposal.DriverMoves;
import dev.supporters.move.proposal.DueMoves;
import dev.supporters.platform.store.AggregateStore;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;

/** Finds by the field that the mapper writes. */
@ApplicationScoped
class MongoDueMoves implements DueMoves {

    private static final String FIELD = "state." + DriverMovesMapper.DUE;

    private final AggregateStore<DriverMoves> documents;

    MongoDueMoves(AggregateStore<DriverMoves> documents) {
        this.documents = documents;
    }

    @Override
    public List<DriverId> due(Instant now, int limit) {
        return documents
                .query(Filters.lte(FIELD, now.toEpochMilli()), Sorts.ascending(FIELD), limit)
                .stream()
                .map(found -> new DriverId(found.id()))
                .toList();
    }
}
