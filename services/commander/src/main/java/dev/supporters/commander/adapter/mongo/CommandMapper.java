package dev.supporters.commander.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.DecidedCommands.DecidedCommand;
import dev.supporters.commander.slot.DecidedCommands.Outcome;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Money;
import dev.supporters.contract.Place;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.common.v1.RefusalReason;

import org.bson.Document;

/** Commands as parts of a slot's document: the open one, whose driver and call are fields of the slot, and the decided ones. */
final class CommandMapper {

    private CommandMapper() {}

    static Document write(Command command) {
        return write(new Document("id", command.commandId()), command.workId())
                .append("product", stored(command.product()))
                .append("origin", write(command.origin()))
                .append("amount", command.fare().amount())
                .append("currency", command.fare().currency())
                .append("eta", command.etaSeconds())
                .append("created", stored(command.createTime()))
                .append("deadline", stored(command.deadlineTime()))
                .append("onRefusal", stored(command.onRefusal()));
    }

    static Command read(StoredFields command, DriverId driverId, CallId callId) {
        return new Command(
                command.text("id"),
                callId,
                driverId,
                workId(command),
                command.constant("product", Product.class),
                place(command.part("origin")),
                new Money(command.number("amount"), command.text("currency")),
                command.integer("eta"),
                command.instant("created"),
                command.instant("deadline"),
                command.constant("onRefusal", RefusalConsequence.class));
    }

    static Document write(DecidedCommand decided) {
        Document document =
                new Document("id", decided.commandId()).append("callId", decided.callId().value());
        decided.endTime().ifPresent(time -> document.append("ended", stored(time)));
        return switch (decided.outcome()) {
            case Outcome.Accepted accepted ->
                    document.append("outcome", stored(Kind.ACCEPTED))
                            .append("completed", accepted.completed())
                            .append("cancelled", stored(accepted.cancelled()));
            case Outcome.Refused refused ->
                    document.append("outcome", stored(Kind.REFUSED))
                            .append("reason", stored(refused.reason()))
                            .append("comment", refused.comment())
                            .append("consequence", stored(refused.consequence()));
            case Outcome.Cancelled cancelled ->
                    document.append("outcome", stored(Kind.CANCELLED))
                            .append("reason", stored(cancelled.reason()));
        };
    }

    static DecidedCommand readDecided(StoredFields decided) {
        return new DecidedCommand(
                decided.text("id"),
                new CallId(decided.text("callId")),
                switch (decided.constant("outcome", Kind.class)) {
                    case ACCEPTED -> accepted(decided);
                    case REFUSED -> refused(decided);
                    case CANCELLED ->
                            new Outcome.Cancelled(
                                    decided.constant("reason", CancellationReason.class));
                },
                decided.findInstant("ended"));
    }

    /** Documents before the third form don't say why it was cancelled. */
    private static Outcome accepted(StoredFields decided) {
        boolean completed = decided.flag("completed");
        return decided.has("cancelled")
                ? new Outcome.Accepted(
                        completed, decided.constant("cancelled", CancellationReason.class))
                : new Outcome.Accepted(completed);
    }

    /** Documents before the third form don't say what happens to the call. */
    private static Outcome refused(StoredFields decided) {
        RefusalReason reason = decided.constant("reason", RefusalReason.class);
        String comment = decided.text("comment");
        return decided.has("consequence")
                ? new Outcome.Refused(
                        reason, comment, decided.constant("consequence", RefusalConsequence.class))
                : new Outcome.Refused(reason, comment);
    }

    static Document write(Document document, WorkId workId) {
        return document.append("workId", workId.value())
                .append("businessDate", stored(workId.businessDate()));
    }

    /** Documents of the first form have no business date. */
    static WorkId workId(StoredFields fields) {
        String value = fields.text("workId");
        return fields.has("businessDate")
                ? new WorkId(value, fields.date("businessDate"))
                : WorkId.ofStored(value);
    }

    private static Document write(Place place) {
        return new Document("lat", place.lat())
                .append("lng", place.lng())
                .append("poi", place.poi())
                .append("address", place.address());
    }

    private static Place place(StoredFields place) {
        return new Place(
                place.text("lat"), place.text("lng"), place.text("poi"), place.text("address"));
    }

    private enum Kind {
        ACCEPTED,
        REFUSED,
        CANCELLED
    }
}
