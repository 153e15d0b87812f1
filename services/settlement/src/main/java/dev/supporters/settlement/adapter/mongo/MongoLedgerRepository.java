package dev.supporters.settlement.adapter.mongo;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.Versioned;
import dev.supporters.settlement.ledger.Ledger;
import dev.supporters.settlement.ledger.LedgerRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.List;

/** Ledgers in MongoDB. */
@ApplicationScoped
public class MongoLedgerRepository implements LedgerRepository {

    private final AggregateStore<Ledger> ledgers;

    public MongoLedgerRepository(AggregateStore<Ledger> ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public List<Ledger> of(LocalDate businessDate, String afterWorkId, int limit) {
        return ledgers.query(ofBusinessDate(businessDate, afterWorkId, limit)).stream()
                .map(Versioned::value)
                .toList();
    }

    static Query ofBusinessDate(LocalDate businessDate, String afterWorkId, int limit) {
        return Query.atMost(limit)
                .equal("businessDate", businessDate)
                .after("workId", afterWorkId)
                .ascending("workId")
                .includingArchived();
    }
}
