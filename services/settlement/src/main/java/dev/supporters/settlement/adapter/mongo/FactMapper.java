package dev.supporters.settlement.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.settlement.pay.Fact;
import dev.supporters.settlement.pay.PayTerms;

import org.bson.Document;

import java.time.Instant;

/**
 * A fact as a document. Its time is ISO text, not a date: a date has milliseconds only, and a second that begins within one would be
 * counted differently when the pay is computed again.
 */
final class FactMapper {

    private FactMapper() {}

    static Document write(Fact fact) {
        Document document =
                new Document("id", fact.eventId()).append("time", fact.time().toString());
        return switch (fact) {
            case Fact.Begun begun -> begun(document, begun);
            case Fact.Rested rested -> step(document.append("kind", "RESTED"), rested);
            case Fact.Resumed resumed -> step(document.append("kind", "RESUMED"), resumed);
            case Fact.WindowEnded ended -> step(document.append("kind", "WINDOW_ENDED"), ended);
            case Fact.Ended ended -> step(document.append("kind", "ENDED"), ended);
            case Fact.Accepted accepted -> accepted(document, accepted);
            case Fact.PickedUp pickedUp ->
                    document.append("kind", "PICKED_UP").append("of", pickedUp.commandId());
            case Fact.DriveOver over ->
                    document.append("kind", "DRIVE_OVER").append("of", over.commandId());
            case Fact.MoveBegun begun ->
                    document.append("kind", "MOVE_BEGUN").append("of", begun.moveId());
            case Fact.MoveOver over ->
                    document.append("kind", "MOVE_OVER").append("of", over.moveId());
            case Fact.ZoneClosed closed -> document.append("kind", "ZONE_CLOSED");
            case Fact.Unreachable unreachable -> document.append("kind", "UNREACHABLE");
            case Fact.Reachable reachable -> document.append("kind", "REACHABLE");
        };
    }

    private static Document begun(Document document, Fact.Begun begun) {
        document.append("kind", "BEGUN")
                .append("product", stored(begun.product()))
                .append("businessDate", stored(begun.businessDate()))
                .append("hourlyWage", begun.terms().hourlyWage())
                .append("currency", begun.terms().currency())
                .append("restPaid", begun.terms().restPaid());
        if (!begun.zoneCell().isEmpty()) {
            document.append("zoneCell", begun.zoneCell());
        }
        if (!begun.region().isEmpty()) {
            document.append("region", begun.region());
        }
        begun.windowEnd().ifPresent(end -> document.append("windowEnd", end.toString()));
        return document;
    }

    private static Document accepted(Document document, Fact.Accepted accepted) {
        document.append("kind", "ACCEPTED").append("of", accepted.commandId());
        return accepted.callId().isEmpty() ? document : document.append("call", accepted.callId());
    }

    private static Document step(Document document, Fact.Step step) {
        return document.append("version", step.version()).append("previous", step.previous());
    }

    /** Before form 4 the versions of a shift's events were consecutive. */
    private static long previous(StoredFields fields) {
        return fields.has("previous") ? fields.number("previous") : fields.number("version") - 1;
    }

    static Fact read(StoredFields fields) {
        String id = fields.text("id");
        Instant time = fields.instant("time");
        String of = fields.textOrEmpty("of");
        String kind = fields.text("kind");
        return switch (kind) {
            case "BEGUN" ->
                    new Fact.Begun(
                            id,
                            time,
                            fields.constant("product", Product.class),
                            fields.date("businessDate"),
                            new PayTerms(
                                    fields.number("hourlyWage"),
                                    fields.text("currency"),
                                    fields.flag("restPaid")),
                            fields.textOrEmpty("zoneCell"),
                            fields.textOrEmpty("region"),
                            fields.findInstant("windowEnd"));
            case "RESTED" -> new Fact.Rested(id, time, fields.number("version"), previous(fields));
            case "RESUMED" ->
                    new Fact.Resumed(id, time, fields.number("version"), previous(fields));
            case "WINDOW_ENDED" ->
                    new Fact.WindowEnded(id, time, fields.number("version"), previous(fields));
            case "ENDED" ->
                    fields.has("version")
                            ? new Fact.Ended(id, time, fields.number("version"), previous(fields))
                            : new Fact.Ended(id, time);
            case "ACCEPTED" -> new Fact.Accepted(id, time, of, fields.textOrEmpty("call"));
            case "PICKED_UP" -> new Fact.PickedUp(id, time, of);
            case "DRIVE_OVER" -> new Fact.DriveOver(id, time, of);
            case "MOVE_BEGUN" -> new Fact.MoveBegun(id, time, of);
            case "MOVE_OVER" -> new Fact.MoveOver(id, time, of);
            case "ZONE_CLOSED" -> new Fact.ZoneClosed(id, time);
            // the second names are those of the stored form 1
            case "UNREACHABLE", "LOST" -> new Fact.Unreachable(id, time);
            case "REACHABLE", "FOUND" -> new Fact.Reachable(id, time);
            default -> throw fields.unreadable("kind", kind, "a kind that this version writes");
        };
    }
}
