package dev.supporters.settlement.adapter.mongo;

import dev.supporters.proto.common.v1.Product;
import dev.supporters.settlement.pay.Fact;
import dev.supporters.settlement.pay.PayTerms;

import org.bson.Document;

import java.time.Instant;
import java.time.LocalDate;

/** A fact as a document. */
final class FactMapper {

    private FactMapper() {}

    static Document write(Fact fact) {
        Document document =
                new Document("id", fact.eventId()).append("time", fact.time().toString());
        return switch (fact) {
            case Fact.Begun begun ->
                    document.append("kind", "BEGUN")
                            .append("product", begun.product().name())
                            .append("businessDate", begun.businessDate().toString())
                            .append("hourlyWage", begun.terms().hourlyWage())
                            .append("currency", begun.terms().currency())
                            .append("restPaid", begun.terms().restPaid());
            case Fact.Rested rested ->
                    document.append("kind", "RESTED").append("version", rested.version());
            case Fact.Resumed resumed ->
                    document.append("kind", "RESUMED").append("version", resumed.version());
            case Fact.Ended ended -> document.append("kind", "ENDED");
            case Fact.Accepted accepted ->
                    document.append("kind", "ACCEPTED").append("of", accepted.commandId());
            case Fact.PickedUp pickedUp ->
                    document.append("kind", "PICKED_UP").append("of", pickedUp.commandId());
            case Fact.DriveOver over ->
                    document.append("kind", "DRIVE_OVER").append("of", over.commandId());
            case Fact.MoveBegun begun ->
                    document.append("kind", "MOVE_BEGUN").append("of", begun.moveId());
            case Fact.MoveOver over ->
                    document.append("kind", "MOVE_OVER").append("of", over.moveId());
            case Fact.Unreachable lost -> document.append("kind", "LOST");
            case Fact.Reachable found -> document.append("kind", "FOUND");
        };
    }

    static Fact read(Document document) {
        String id = document.getString("id");
        Instant time = Instant.parse(document.getString("time"));
        String of = document.get("of", "");
        String kind = document.getString("kind");
        return switch (kind) {
            case "BEGUN" ->
                    new Fact.Begun(
                            id,
                            time,
                            Product.valueOf(document.getString("product")),
                            LocalDate.parse(document.getString("businessDate")),
                            new PayTerms(
                                    document.getLong("hourlyWage"),
                                    document.getString("currency"),
                                    document.getBoolean("restPaid")));
            case "RESTED" -> new Fact.Rested(id, time, document.getLong("version"));
            case "RESUMED" -> new Fact.Resumed(id, time, document.getLong("version"));
            case "ENDED" -> new Fact.Ended(id, time);
            case "ACCEPTED" -> new Fact.Accepted(id, time, of);
            case "PICKED_UP" -> new Fact.PickedUp(id, time, of);
            case "DRIVE_OVER" -> new Fact.DriveOver(id, time, of);
            case "MOVE_BEGUN" -> new Fact.MoveBegun(id, time, of);
            case "MOVE_OVER" -> new Fact.MoveOver(id, time, of);
            case "LOST" -> new Fact.Unreachable(id, time);
            case "FOUND" -> new Fact.Reachable(id, time);
            default ->
                    throw new IllegalStateException(
                            "kind: " + kind + " (expected: one that this version writes)");
        };
    }
}
