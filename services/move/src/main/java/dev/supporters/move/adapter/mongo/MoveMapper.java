package dev.supporters.move.adapter.mongo;

import dev.supporters.move.proposal.Destination;
import dev.supporters.move.proposal.Move;
import dev.supporters.move.proposal.MoveOrder;
import dev.supporters.move.proposal.WorkId;
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
                .append("createTime", move.createTime().toString())
                .append("version", move.version())
                .append("state", state(move));
    }

    static Move.Live live(Document move) {
        return switch (move.getString("state")) {
            case PROPOSED ->
                    new Move.Proposed(order(move), workId(move), createTime(move), version(move));
            case ACCEPTED ->
                    new Move.Accepted(order(move), workId(move), createTime(move), version(move));
            default ->
                    throw new IllegalArgumentException(
                            "state: "
                                    + move.getString("state")
                                    + " (expected: PROPOSED or ACCEPTED)");
        };
    }

    static Move.Over over(Document move) {
        Move.Ending ending = Move.Ending.valueOf(move.getString("state"));
        return new Move.Over(order(move), workId(move), createTime(move), ending, version(move));
    }

    static Document write(MoveOrder order) {
        Destination destination = order.destination();
        return new Document("moveId", order.moveId())
                .append("product", order.product().name())
                .append("lat", destination.lat())
                .append("lng", destination.lng())
                .append("poi", destination.poi())
                .append("address", destination.address())
                .append("expireTime", order.expireTime().toString())
                .append("model", order.model());
    }

    static MoveOrder readOrder(Document order) {
        return new MoveOrder(
                order.getString("moveId"),
                Product.valueOf(order.getString("product")),
                new Destination(
                        order.getString("lat"),
                        order.getString("lng"),
                        order.getString("poi"),
                        order.getString("address")),
                Instant.parse(order.getString("expireTime")),
                order.getString("model"));
    }

    private static String state(Move move) {
        return switch (move) {
            case Move.Proposed proposed -> PROPOSED;
            case Move.Accepted accepted -> ACCEPTED;
            case Move.Over over -> over.ending().name();
        };
    }

    private static MoveOrder order(Document move) {
        return readOrder(move.get("order", Document.class));
    }

    private static WorkId workId(Document move) {
        return new WorkId(move.getString("workId"));
    }

    private static Instant createTime(Document move) {
        return Instant.parse(move.getString("createTime"));
    }

    private static long version(Document move) {
        return move.getLong("version");
    }
}
