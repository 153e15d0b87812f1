package dev.supporters.settlement.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.settlement.ledger.Adjustment;
import dev.supporters.settlement.ledger.Ledger;
import dev.supporters.settlement.ledger.LedgerEntry;
import dev.supporters.settlement.pay.Facts;
import dev.supporters.settlement.pay.TimeClass;

import org.bson.Document;

/**
 * A ledger as a document. It has a business date once the begin of its shift is known, and is listed from then on; it has an end time
 * once the shift has ended. One that waits for an event, and that no operator has corrected, has the version of that event instead, and
 * is not archived.
 */
public final class LedgerMapper implements StateMapper<Ledger> {

    static final String BUSINESS_DATE = "businessDate";
    static final String MISSING_VERSION = "missingVersion";
    static final String ZONE_CELL = "zoneCell";

    @Override
    public Document write(Ledger ledger) {
        Document document =
                new Document("workId", ledger.workId().value())
                        .append("driverId", ledger.driverId().value())
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
                .ifPresent(begun -> {
                    document.append(BUSINESS_DATE, stored(begun.businessDate()));
                    if (!begun.zoneCell().isEmpty()) {
                        document.append(ZONE_CELL, begun.zoneCell());
                    }
                });
        if (ledger.waits()) {
            return document.append(MISSING_VERSION, ledger.heldBackBy().orElseThrow());
        }
        ledger.facts().ended().ifPresent(ended -> document.append("endTime", stored(ended.time())));
        return document;
    }

    @Override
    public Ledger read(Document state) {
        StoredFields fields = StoredFields.of("ledgers", state);
        return new Ledger(
                WorkId.ofStored(fields.text("workId")),
                new DriverId(fields.text("driverId")),
                Facts.of(fields.parts("facts").stream().map(FactMapper::read).toList()),
                fields.parts("entries").stream().map(LedgerMapper::readEntry).toList(),
                fields.parts("adjustments").stream().map(LedgerMapper::readAdjustment).toList());
    }

    private static Document write(LedgerEntry entry) {
        return new Document("number", entry.number())
                .append("timeClass", stored(entry.timeClass()))
                .append("seconds", entry.seconds())
                .append("postTime", stored(entry.postTime()));
    }

    private static LedgerEntry readEntry(StoredFields entry) {
        return new LedgerEntry(
                entry.integer("number"),
                entry.constant("timeClass", TimeClass.class),
                entry.number("seconds"),
                entry.instant("postTime"));
    }

    private static Document write(Adjustment adjustment) {
        return new Document("requestId", adjustment.requestId())
                .append("amount", adjustment.amount())
                .append("reason", adjustment.reason())
                .append("actor", adjustment.actor())
                .append("createTime", stored(adjustment.createTime()));
    }

    private static Adjustment readAdjustment(StoredFields adjustment) {
        return new Adjustment(
                adjustment.text("requestId"),
                adjustment.number("amount"),
                adjustment.text("reason"),
                adjustment.text("actor"),
                adjustment.instant("createTime"));
    }
}
