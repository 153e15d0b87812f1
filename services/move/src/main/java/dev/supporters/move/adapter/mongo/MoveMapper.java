package dev.supporters.move.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.contract.Place;
import dev.supporters.contract.WorkId;
import dev.supporters.move.proposal.Move;
import dev.supporters.move.proposal.MoveSignal;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.common.v1.Product;

import org.bson.Document;

import java.time.Instant;

/** A move as a part of a document. */
final class MoveMapper {

    private static final String PROPOSED = "PROPOSED";
    private static final String ACCEPTED = "ACCEPTED";
    private static final String ACCEPT_TIME = "acceptTime";
    private static final String GOAL = "goal";
    private static final String GO_TO = "GO_TO";
    private static final String REST = "REST";

    private MoveMapper() {}

    static Document write(Move move) {
        Document document =
                new Document("signal", write(move.signal()))
                        .append("workId", move.workId().value())
                        .append("createTime", stored(move.createTime()));
        if (move instanceof Move.Accepted accepted) {
            document.append(ACCEPT_TIME, stored(accepted.acceptTime()));
        }
        return document.append("version", move.version()).append("state", state(move));
    }

    static Move.Active active(StoredFields move) {
        return switch (move.text("state")) {
            case PROPOSED ->
                    new Move.Proposed(
                            signalOf(move), workId(move), createTime(move), version(move));
            case ACCEPTED ->
                    new Move.Accepted(
                            signalOf(move),
                            workId(move),
                            createTime(move),
                            acceptTime(move),
                            version(move));
            default -> throw move.unreadable("state", move.text("state"), "PROPOSED or ACCEPTED");
        };
    }

    static Move.Over over(StoredFields move) {
        Move.EndCause ending = move.constant("state", Move.EndCause.class);
        return new Move.Over(signalOf(move), workId(move), createTime(move), ending, version(move));
    }

    static Document write(MoveSignal signal) {
        Document document =
                new Document("moveId", signal.moveId())
                        .append("product", stored(signal.product()))
                        .append("expireTime", stored(signal.expireTime()))
                        .append("model", signal.model());
        signal.time().ifPresent(time -> document.append("time", stored(time)));
        return switch (signal.goal()) {
            case MoveSignal.GoTo goTo -> withPlace(document.append(GOAL, GO_TO), goTo);
            case MoveSignal.Rest rest -> document.append(GOAL, REST);
        };
    }

    private static Document withPlace(Document document, MoveSignal.GoTo goTo) {
        Place destination = goTo.destination();
        return document.append("lat", destination.lat())
                .append("lng", destination.lng())
                .append("poi", destination.poi())
                .append("address", destination.address());
    }

    private static MoveSignal signal(StoredFields signal) {
        return new MoveSignal(
                signal.text("moveId"),
                signal.constant("product", Product.class),
                goal(signal),
                signal.instant("expireTime"),
                signal.text("model"),
                signal.findInstant("time"));
    }

    /** Before form 3 every move led to a place. */
    private static MoveSignal.Goal goal(StoredFields signal) {
        return switch (signal.has(GOAL) ? signal.text(GOAL) : GO_TO) {
            case GO_TO ->
                    new MoveSignal.GoTo(
                            new Place(
                                    signal.text("lat"),
                                    signal.text("lng"),
                                    signal.text("poi"),
                                    signal.text("address")));
            case REST -> new MoveSignal.Rest();
            default -> throw signal.unreadable(GOAL, signal.text(GOAL), "GO_TO or REST");
        };
    }

    private static String state(Move move) {
        return switch (move) {
            case Move.Proposed proposed -> PROPOSED;
            case Move.Accepted accepted -> ACCEPTED;
            case Move.Over over -> stored(over.ending());
        };
    }

    /** The signal of a move or of what waits; form 1 called it an order. */
    static MoveSignal signalOf(StoredFields owner) {
        return signal(owner.part(owner.has("signal") ? "signal" : "order"));
    }

    private static WorkId workId(StoredFields move) {
        return WorkId.ofStored(move.text("workId"));
    }

    private static Instant createTime(StoredFields move) {
        return move.instant("createTime");
    }

    /** Before form 4 it was not kept. */
    private static Instant acceptTime(StoredFields move) {
        return move.findInstant(ACCEPT_TIME).orElseGet(() -> createTime(move));
    }

    private static long version(StoredFields move) {
        return move.number("version");
    }
}
