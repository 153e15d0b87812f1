package dev.supporters.move.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.move.proposal.Destination;
import dev.supporters.move.proposal.Move;
import dev.supporters.move.proposal.MoveOrder;
import dev.supporters.move.proposal.WorkId;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.common.v1.Product;

import org.bson.Document;

import java.time.Instant;

/** A move as a part of a document. */
final class MoveMapper {

    private static final String PROPOSED = "PROPOSED";
    private static final String ACCEPTED = "ACCEPTED";

    private MoveMapper() {}

    static Document write(Move move) {
        return new Document("order", write(move.order()))
                .append("workId", move.workId().value())
                .append("createTime", stored(move.createTime()))
                .append("version", move.version())
                .append("state", state(move));
    }

    static Move.Live live(StoredFields move) {
        return switch (move.text("state")) {
            case PROPOSED ->
                    new Move.Proposed(order(move), workId(move), createTime(move), version(move));
            case ACCEPTED ->
                    new Move.Accepted(order(move), workId(move), createTime(move), version(move));
            default ->
                    throw move.unreadable("state", move.text("state"), "PROPOSED or ACCEPTED");
        };
    }

    static Move.Over over(StoredFields move) {
        Move.Ending ending = move.constant("state", Move.Ending.class);
        return new Move.Over(order(move), workId(move), createTime(move), ending, version(move));
    }

    static Document write(MoveOrder order) {
        Destination destination = order.destination();
        return new Document("moveId", order.moveId())
                .append("product", stored(order.product()))
                .append("lat", destination.lat())
                .append("lng", destination.lng())
                .append("poi", destination.poi())
                .append("address", destination.address())
                .append("expireTime", stored(order.expireTime()))
                .append("model", order.model());
    }

    static MoveOrder readOrder(StoredFields order) {
        return new MoveOrder(
                order.text("moveId"),
                order.constant("product", Product.class),
                new Destination(
                        order.text("lat"),
                        order.text("lng"),
                        order.text("poi"),
                        order.text("address")),
                order.instant("expireTime"),
                order.text("model"));
    }

    private static String state(Move move) {
        return switch (move) {
            case Move.Proposed proposed -> PROPOSED;
            case Move.Accepted accepted -> ACCEPTED;
            case Move.Over over -> stored(over.ending());
        };
    }

    private static MoveOrder order(StoredFields move) {
        return readOrder(move.part("order"));
    }

    private static WorkId workId(StoredFields move) {
        return new WorkId(move.text("workId"));
    }

    private static Instant createTime(StoredFields move) {
        return move.instant("createTime");
    }

    private static long version(StoredFields move) {
        return move.number("version");
    }
}
