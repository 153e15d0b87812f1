package dev.supporters.settlement.adapter.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Versioned;
import dev.supporters.settlement.ledger.Ledger;
import dev.supporters.settlement.ledger.LedgerRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.List;

/** Ledgers in MongoDB. */
@ApplicationScoped
public class MongoLedgerRepository implements LedgerRepository {

    private static final String WORK_ID = "state.workId";

    private final AggregateStore<Ledger> documents;

    public MongoLedgerRepository(AggregateStore<Ledger> documents) {
        this.documents = documents;
    }

    @Override
    public List<Ledger> of(LocalDate businessDate, String afterWorkId, int limit) {
        return documents
                .query(
                        Filters.and(
                                Filters.eq("state.businessDate", businessDate.toString()),
                                Filters.gt(WORK_ID, afterWorkId)),
                        Sorts.ascending(WORK_ID),
                        limit)
                .stream()
                .map(Versioned::value)
                .toList();
    }
}
