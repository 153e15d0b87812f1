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

    private static final int MOST_IN_A_CELL = 10_000;

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

    @Override
    public List<Ledger> begunIn(String zoneCell, LocalDate from) {
        return ledgers.query(ofZoneCell(zoneCell, from)).stream().map(Versioned::value).toList();
    }

    @Override
    public List<Ledger> heldBack(int limit) {
        return ledgers.query(ofHeldBack(limit)).stream().map(Versioned::value).toList();
    }

    static Query ofHeldBack(int limit) {
        return Query.atMost(limit)
                .present(LedgerMapper.MISSING_VERSION)
                .ascending(LedgerMapper.MISSING_VERSION);
    }

    static Query ofZoneCell(String zoneCell, LocalDate from) {
        return Query.atMost(MOST_IN_A_CELL)
                .equal(LedgerMapper.ZONE_CELL, zoneCell)
                .atOrAfter(LedgerMapper.BUSINESS_DATE, from);
    }

    static Query ofBusinessDate(LocalDate businessDate, String afterWorkId, int limit) {
        return Query.atMost(limit)
                .equal(LedgerMapper.BUSINESS_DATE, businessDate)
                .after("workId", afterWorkId)
                .ascending("workId")
                .includingArchived();
    }
}
