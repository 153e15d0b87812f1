package dev.supporters.settlement.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.settlement.ledger.Closed;
import dev.supporters.settlement.ledger.Correction;
import dev.supporters.settlement.ledger.LateEntries;

import org.bson.Document;

import java.util.List;

/** The close of a statement, and the corrections of earlier ones, as parts of the ledger's document. */
final class ClosedMapper {

    private ClosedMapper() {}

    static Document write(Closed closed) {
        return new Document("time", stored(closed.time()))
                .append("total", closed.total())
                .append("entries", closed.entries())
                .append("adjustments", closed.adjustments())
                .append("late", write(closed.late()))
                .append("carries", closed.carries().stream().map(ClosedMapper::write).toList());
    }

    private static Document write(Closed.Carry carry) {
        return new Document("number", carry.number())
                .append("target", carry.target().value())
                .append("amount", carry.amount())
                .append("late", write(carry.late()))
                .append("done", carry.done());
    }

    static Document write(Correction correction) {
        return new Document("id", correction.id())
                .append("corrects", correction.corrects().value())
                .append("amount", correction.amount())
                .append("createTime", stored(correction.createTime()))
                .append("late", write(correction.late()));
    }

    private static Document write(LateEntries late) {
        return new Document("events", late.events()).append("requests", late.requests());
    }

    static Closed read(StoredFields fields) {
        return new Closed(
                fields.instant("time"),
                fields.number("total"),
                fields.integer("entries"),
                fields.integer("adjustments"),
                late(fields),
                fields.parts("carries").stream().map(ClosedMapper::readCarry).toList());
    }

    private static Closed.Carry readCarry(StoredFields fields) {
        return new Closed.Carry(
                fields.integer("number"),
                WorkId.ofStored(fields.text("target")),
                fields.number("amount"),
                late(fields),
                fields.flag("done"));
    }

    /** Ledgers before form 7 have none. */
    static List<Correction> corrections(StoredFields ledger) {
        return ledger.has("corrections")
                ? ledger.parts("corrections").stream().map(ClosedMapper::readCorrection).toList()
                : List.of();
    }

    private static Correction readCorrection(StoredFields fields) {
        return new Correction(
                fields.text("id"),
                WorkId.ofStored(fields.text("corrects")),
                fields.number("amount"),
                fields.instant("createTime"),
                late(fields));
    }

    private static LateEntries late(StoredFields fields) {
        StoredFields late = fields.part("late");
        return new LateEntries(late.texts("events"), late.texts("requests"));
    }
}
