package dev.supporters.settlement.adapter.mongo;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.Versioned;
import dev.supporters.settlement.ledger.DisputeKey;
import dev.supporters.settlement.ledger.Ledger;
import dev.supporters.settlement.ledger.LedgerRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Ledgers in MongoDB. */
@ApplicationScoped
public class MongoLedgerRepository implements LedgerRepository {

    private static final int MOST_IN_A_CELL = 10_000;

    /** Far more than a driver has in a month, with whatever products. */
    private static final int MOST_OF_A_DRIVER = 1_000;

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

    @Override
    public List<Ledger> ofDriver(DriverId driverId, LocalDate from, LocalDate before) {
        return ledgers.query(ofDriversDates(driverId, from, before)).stream()
                .map(Versioned::value)
                .toList();
    }

    @Override
    public List<Ledger> unclosed(LocalDate businessDate, String afterWorkId, int limit) {
        return ledgers.query(ofUnclosed(businessDate, afterWorkId, limit)).stream()
                .map(Versioned::value)
                .toList();
    }

    @Override
    public List<Ledger> toClose(Instant before, int limit) {
        return ledgers.query(ofToClose(before, limit)).stream().map(Versioned::value).toList();
    }

    @Override
    public List<Ledger> carrying(int limit) {
        return ledgers.query(ofCarrying(limit)).stream().map(Versioned::value).toList();
    }

    static Query ofUnclosed(LocalDate businessDate, String afterWorkId, int limit) {
        return Query.atMost(limit)
                .equal(LedgerMapper.UNCLOSED_DATE, businessDate)
                .after(LedgerMapper.WORK_ID, afterWorkId)
                .ascending(LedgerMapper.WORK_ID)
                .includingArchived();
    }

    static Query ofToClose(Instant before, int limit) {
        return Query.atMost(limit)
                .before(LedgerMapper.UNCLOSED_WINDOW_END, before)
                .descending(LedgerMapper.UNCLOSED_WINDOW_END);
    }

    static Query ofCarrying(int limit) {
        return Query.atMost(limit)
                .present(LedgerMapper.CARRY_TIME)
                .ascending(LedgerMapper.CARRY_TIME);
    }

    static Query ofDriversDates(DriverId driverId, LocalDate from, LocalDate before) {
        return Query.atMost(MOST_OF_A_DRIVER)
                .equal(LedgerMapper.DRIVER_ID, driverId.value())
                .between(LedgerMapper.BUSINESS_DATE, from, before)
                .ascending(LedgerMapper.BUSINESS_DATE)
                .includingArchived();
    }

    @Override
    public List<Ledger> openDisputes(Optional<DisputeKey> after, int limit) {
        return ledgers.query(ofOpenDisputes(after, limit)).stream().map(Versioned::value).toList();
    }

    @Override
    public List<Ledger> disputedBy(DriverId driverId, Optional<DisputeKey> after, int limit) {
        return ledgers.query(ofDisputedBy(driverId, after, limit)).stream()
                .map(Versioned::value)
                .toList();
    }

    static Query ofOpenDisputes(Optional<DisputeKey> after, int limit) {
        Query query =
                Query.atMost(limit)
                        .present(LedgerMapper.OPEN_DISPUTE_TIME)
                        .ascending(LedgerMapper.OPEN_DISPUTE_TIME, LedgerMapper.WORK_ID);
        return behind(query, after);
    }

    static Query ofDisputedBy(DriverId driverId, Optional<DisputeKey> after, int limit) {
        Query query =
                Query.atMost(limit)
                        .equal(LedgerMapper.DRIVER_ID, driverId.value())
                        .present(LedgerMapper.DISPUTE_TIME)
                        .descending(LedgerMapper.DISPUTE_TIME, LedgerMapper.WORK_ID)
                        .includingArchived();
        return behind(query, after);
    }

    private static Query behind(Query query, Optional<DisputeKey> after) {
        return after.map(key -> query.afterKey(key.openTime(), key.workId())).orElse(query);
    }

    @Override
    public List<Ledger> heldSince(Instant before, int limit) {
        return ledgers.query(ofHeldSince(before, limit)).stream().map(Versioned::value).toList();
    }

    static Query ofHeldSince(Instant before, int limit) {
        return Query.atMost(limit)
                .before(LedgerMapper.HOLD_TIME, before)
                .ascending(LedgerMapper.HOLD_TIME);
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
                .after(LedgerMapper.WORK_ID, afterWorkId)
                .ascending(LedgerMapper.WORK_ID)
                .includingArchived();
    }
}
