package dev.supporters.settlement.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.platform.store.StoredFields;
import dev.supporters.settlement.ledger.Dispute;

import org.bson.Document;

import java.util.List;

/** A dispute as a part of its ledger's document. */
final class DisputeMapper {

    private DisputeMapper() {}

    static Document write(Dispute dispute) {
        Document document =
                new Document("number", dispute.number())
                        .append("requestId", dispute.requestId())
                        .append("text", dispute.text())
                        .append("openTime", stored(dispute.openTime()));
        dispute.closing().ifPresent(closing -> document.append("closing", write(closing)));
        return document;
    }

    private static Document write(Dispute.Closing closing) {
        return new Document("outcome", stored(closing.outcome()))
                .append("requestId", closing.requestId())
                .append("answer", closing.answer())
                .append("actor", closing.actor())
                .append("adjusted", closing.adjusted())
                .append("time", stored(closing.time()));
    }

    /** Ledgers before form 5 have none. */
    static List<Dispute> read(StoredFields ledger) {
        return ledger.has("disputes")
                ? ledger.parts("disputes").stream().map(DisputeMapper::readDispute).toList()
                : List.of();
    }

    private static Dispute readDispute(StoredFields fields) {
        return new Dispute(
                fields.integer("number"),
                fields.text("requestId"),
                fields.text("text"),
                fields.instant("openTime"),
                fields.findPart("closing").map(DisputeMapper::readClosing));
    }

    private static Dispute.Closing readClosing(StoredFields fields) {
        return new Dispute.Closing(
                fields.constant("outcome", Dispute.Outcome.class),
                fields.text("requestId"),
                fields.textOrEmpty("answer"),
                fields.text("actor"),
                fields.number("adjusted"),
                fields.instant("time"));
    }
}
