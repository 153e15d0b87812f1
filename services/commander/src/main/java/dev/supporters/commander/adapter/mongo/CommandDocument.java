package dev.supporters.commander.adapter.mongo;

import dev.supporters.commander.slot.CallId;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.DriverId;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;

import org.bson.Document;

import java.time.Instant;

/** A command as a document; its driver and call stand around it. */
final class CommandDocument {

    private CommandDocument() {}

    static Document write(Command command) {
        return new Document("id", command.commandId())
                .append("workId", command.workId())
                .append("product", command.product().name())
                .append("origin", place(command.origin()))
                .append("amount", command.fare().getAmount())
                .append("currency", command.fare().getCurrency())
                .append("eta", command.etaSeconds())
                .append("created", command.createTime().toEpochMilli())
                .append("deadline", command.deadlineTime().toEpochMilli())
                .append("onRefusal", command.onRefusal().name());
    }

    static Command read(Document document, DriverId driverId, CallId callId) {
        return new Command(
                document.getString("id"),
                callId,
                driverId,
                document.getString("workId"),
                Product.valueOf(document.getString("product")),
                place(document.get("origin", Document.class)),
                Money.newBuilder()
                        .setAmount(document.getLong("amount"))
                        .setCurrency(document.getString("currency"))
                        .build(),
                document.getInteger("eta"),
                Instant.ofEpochMilli(document.getLong("created")),
                Instant.ofEpochMilli(document.getLong("deadline")),
                RefusalConsequence.valueOf(document.getString("onRefusal")));
    }

    private static Document place(Place place) {
        return new Document("lat", place.getLat())
                .append("lng", place.getLng())
                .append("poi", place.getPoi())
                .append("address", place.getAddress());
    }

    private static Place place(Document document) {
        return Place.newBuilder()
                .setLat(document.getString("lat"))
                .setLng(document.getString("lng"))
                .setPoi(document.getString("poi"))
                .setAddress(document.getString("address"))
                .build();
    }
}
