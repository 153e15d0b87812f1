package dev.supporters.commander.adapter.mongo;

import dev.supporters.commander.slot.CallId;
import dev.supporters.commander.slot.Decided;
import dev.supporters.commander.slot.Outcome;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.RefusalReason;

import org.bson.Document;

/** A decided command as a document. */
final class DecidedDocument {

    private DecidedDocument() {}

    static Document write(Decided decided) {
        Document document =
                new Document("id", decided.commandId()).append("callId", decided.callId().value());
        return switch (decided.outcome()) {
            case Outcome.Accepted accepted ->
                    document.append("outcome", Kind.ACCEPTED.name())
                            .append("completed", accepted.completed());
            case Outcome.Refused refused ->
                    document.append("outcome", Kind.REFUSED.name())
                            .append("reason", refused.reason().name())
                            .append("comment", refused.comment());
            case Outcome.Cancelled cancelled ->
                    document.append("outcome", Kind.CANCELLED.name())
                            .append("reason", cancelled.reason().name());
        };
    }

    static Decided read(Document document) {
        return new Decided(
                document.getString("id"),
                new CallId(document.getString("callId")),
                switch (Kind.valueOf(document.getString("outcome"))) {
                    case ACCEPTED -> new Outcome.Accepted(document.getBoolean("completed"));
                    case REFUSED ->
                            new Outcome.Refused(
                                    RefusalReason.valueOf(document.getString("reason")),
                                    document.getString("comment"));
                    case CANCELLED ->
                            new Outcome.Cancelled(
                                    CancellationReason.valueOf(document.getString("reason")));
                });
    }

    private enum Kind {
        ACCEPTED,
        REFUSED,
        CANCELLED
    }
}
