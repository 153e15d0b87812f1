package dev.supporters.settlement.adapter.mongo;

import dev.supporters.platform.store.StateMapper;
import dev.supporters.settlement.ledger.Adjustment;
import dev.supporters.settlement.ledger.LedgerEntry;
import dev.supporters.settlement.ledger.Ledger;
import dev.supporters.settlement.pay.Facts;
import dev.supporters.settlement.pay.TimeClass;

import org.bson.Document;

import java.time.Instant;

/** A ledger as a document. It has a business date once its work's begin is known, and is listed from then on. */
public final class LedgerMapper implements StateMapper<Ledger> {

    @Override
    public Document write(Ledger ledger) {
        Document document =
                new Document("workId", ledger.workId())
                        .append("driverId", ledger.driverId())
                        .append(
                                "facts",
                                ledger.facts().all().stream().map(FactMapper::write).toList())
                        .append(
                                "entries",
                                ledger.entries().stream().map(LedgerMapper::write).toList())
                        .append(
                                "adjustments",
                                ledger.adjustments().stream().map(LedgerMapper::write).toList());
        ledger.facts()
                .begun()
                .ifPresent(
                        begun -> document.append("businessDate", begun.businessDate().toString()));
        return document;
    }

    @Override
    public Ledger read(Document state) {
        return new Ledger(
                state.getString("workId"),
                state.getString("driverId"),
                Facts.of(
                        state.getList("facts", Document.class).stream()
                                .map(FactMapper::read)
                                .toList()),
                state.getList("entries", Document.class).stream()
                        .map(LedgerMapper::readEntry)
                        .toList(),
                state.getList("adjustments", Document.class).stream()
                        .map(LedgerMapper::readAdjustment)
                        .toList());
    }

    private static Document write(LedgerEntry entry) {
        return new Document("number", entry.number())
                .append("timeClass", entry.timeClass().name())
                .append("seconds", entry.seconds())
                .append("postTime", entry.postTime().toString());
    }

    private static LedgerEntry readEntry(Document entry) {
        return new LedgerEntry(
                entry.getInteger("number"),
                TimeClass.valueOf(entry.getString("timeClass")),
                entry.getLong("seconds"),
                Instant.parse(entry.getString("postTime")));
    }

    private static Document write(Adjustment adjustment) {
        return new Document("requestId", adjustment.requestId())
                .append("amount", adjustment.amount())
                .append("reason", adjustment.reason())
                .append("actor", adjustment.actor())
                .append("createTime", adjustment.createTime().toString());
    }

    private static Adjustment readAdjustment(Document adjustment) {
        return new Adjustment(
                adjustment.getString("requestId"),
                adjustment.getLong("amount"),
                adjustment.getString("reason"),
                adjustment.getString("actor"),
                Instant.parse(adjustment.getString("createTime")));
    }
}
