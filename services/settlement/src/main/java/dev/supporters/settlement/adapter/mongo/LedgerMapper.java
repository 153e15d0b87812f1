package dev.supporters.settlement.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.settlement.ledger.Adjustment;
import dev.supporters.settlement.ledger.Ledger;
import dev.supporters.settlement.ledger.LedgerEntry;
import dev.supporters.settlement.ledger.PayHolds;
import dev.supporters.settlement.pay.Fact;
import dev.supporters.settlement.pay.Facts;
import dev.supporters.settlement.pay.TimeClass;

import org.bson.Document;

/**
 * A ledger as a document. It has a business date once the begin of its shift is known, and is listed from then on; it has an end time
 * once the shift has ended. One that waits for an event, and that no operator has corrected, has the version of that event instead; that
 * one, one whose dispute waits for an answer, one that is to be closed, one from which something is to be carried, and one whose pay is held,
 * is not archived.
 */
public final class LedgerMapper implements StateMapper<Ledger> {

    static final String BUSINESS_DATE = "businessDate";
    static final String MISSING_VERSION = "missingVersion";
    static final String ZONE_CELL = "zoneCell";
    static final String DRIVER_ID = "driverId";
    static final String WORK_ID = "workId";

    /** The business date of a ledger that is not closed; also before the begin of its shift is known. */
    static final String UNCLOSED_DATE = "unclosedDate";

    /** When the window ended of a ledger that is not closed; absent if that is not known. */
    static final String UNCLOSED_WINDOW_END = "unclosedWindowEnd";

    /** When a ledger was closed from which something is to be carried to a later statement. */
    static final String CARRY_TIME = "carryTime";

    /** Since when the pay is held; absent if it is not. */
    static final String HOLD_TIME = "holdTime";

    private static final String HOLDS = "holds";

    /** When the dispute that waits was opened; absent if none waits. */
    static final String OPEN_DISPUTE_TIME = "openDisputeTime";

    /** When the newest dispute was opened; absent if there is none. */
    static final String DISPUTE_TIME = "disputeTime";

    @Override
    public Document write(Ledger ledger) {
        Document document =
                new Document(WORK_ID, ledger.workId().value())
                        .append(DRIVER_ID, ledger.driverId().value())
                        .append(
                                "facts",
                                ledger.facts().all().stream().map(FactMapper::write).toList())
                        .append(
                                "entries",
                                ledger.entries().stream().map(LedgerMapper::write).toList())
                        .append(
                                "adjustments",
                                ledger.adjustments().stream().map(LedgerMapper::write).toList());
        disputes(ledger, document);
        if (!ledger.corrections().isEmpty()) {
            document.append(
                    "corrections", ledger.corrections().stream().map(ClosedMapper::write).toList());
        }
        close(ledger, document);
        holds(ledger.holds(), document);
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
        if (ledger.openDispute().isPresent()
                || ledger.carries()
                || ledger.holds().held()
                || document.containsKey(UNCLOSED_WINDOW_END)) {
            return document;
        }
        ledger.facts().ended().ifPresent(ended -> document.append("endTime", stored(ended.time())));
        return document;
    }

    @Override
    public Ledger read(Document state) {
        StoredFields fields = StoredFields.of("ledgers", state);
        return new Ledger(
                WorkId.ofStored(fields.text(WORK_ID)),
                new DriverId(fields.text(DRIVER_ID)),
                Facts.of(fields.parts("facts").stream().map(FactMapper::read).toList()),
                fields.parts("entries").stream().map(LedgerMapper::readEntry).toList(),
                fields.parts("adjustments").stream().map(LedgerMapper::readAdjustment).toList(),
                DisputeMapper.read(fields),
                ClosedMapper.corrections(fields),
                holds(fields),
                fields.findPart("closed").map(ClosedMapper::read));
    }

    private static void close(Ledger ledger, Document document) {
        if (ledger.closed().isEmpty()) {
            document.append(UNCLOSED_DATE, stored(ledger.workId().businessDate()));
            ledger.facts()
                    .begun()
                    .flatMap(Fact.Begun::windowEnd)
                    .ifPresent(end -> document.append(UNCLOSED_WINDOW_END, stored(end)));
            return;
        }
        document.append("closed", ClosedMapper.write(ledger.closed().get()));
        if (ledger.carries()) {
            document.append(CARRY_TIME, stored(ledger.closed().get().time()));
        }
    }

    private static void holds(PayHolds holds, Document document) {
        if (holds.decisions().isEmpty()) {
            return;
        }
        document.append(
                HOLDS,
                holds.decisions().stream()
                        .map(decision ->
                                new Document("signalId", decision.signalId())
                                        .append("number", decision.number())
                                        .append("holds", decision.holds())
                                        .append("actor", decision.actor())
                                        .append("time", stored(decision.time())))
                        .toList());
        holds.since().ifPresent(since -> document.append(HOLD_TIME, stored(since)));
    }

    /** Ledgers before form 8 have none. */
    private static PayHolds holds(StoredFields ledger) {
        if (!ledger.has(HOLDS)) {
            return PayHolds.NONE;
        }
        return new PayHolds(
                ledger.parts(HOLDS).stream()
                        .map(decision ->
                                new PayHolds.HoldDecision(
                                        decision.text("signalId"),
                                        decision.integer("number"),
                                        decision.flag("holds"),
                                        decision.text("actor"),
                                        decision.instant("time")))
                        .toList());
    }

    private static void disputes(Ledger ledger, Document document) {
        if (ledger.disputes().isEmpty()) {
            return;
        }
        document.append("disputes", ledger.disputes().stream().map(DisputeMapper::write).toList())
                .append(DISPUTE_TIME, stored(ledger.disputes().getLast().openTime()));
        ledger.openDispute()
                .ifPresent(open -> document.append(OPEN_DISPUTE_TIME, stored(open.openTime())));
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
                .append("kind", stored(adjustment.kind()))
                .append("amount", adjustment.amount())
                .append("reason", adjustment.reason())
                .append("actor", adjustment.actor())
                .append("createTime", stored(adjustment.createTime()));
    }

    private static Adjustment readAdjustment(StoredFields adjustment) {
        return new Adjustment(
                adjustment.text("requestId"),
                adjustment.has("kind")
                        ? adjustment.constant("kind", Adjustment.Kind.class)
                        : Adjustment.Kind.CORRECTION, // before form 6
                adjustment.number("amount"),
                adjustment.text("reason"),
                adjustment.text("actor"),
                adjustment.instant("createTime"));
    }
}
