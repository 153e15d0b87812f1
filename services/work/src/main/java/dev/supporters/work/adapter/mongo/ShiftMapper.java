package dev.supporters.work.adapter.mongo;

import dev.supporters.platform.store.StateMapper;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.work.shift.EndReason;
import dev.supporters.work.shift.Ended;
import dev.supporters.work.shift.Ending;
import dev.supporters.work.shift.Frame;
import dev.supporters.work.shift.Resting;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.Working;

import org.bson.Document;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** A work as a document. Only a work that has not ended has the field openUntil, by which the clock-off finds it. */
public final class ShiftMapper implements StateMapper<Shift> {

    @Override
    public Document write(Shift shift) {
        Frame frame = shift.frame();
        Document document =
                new Document("driverId", frame.driverId())
                        .append("product", frame.product().name())
                        .append("region", frame.region())
                        .append("businessDate", frame.businessDate().toString())
                        .append("begin", frame.begin().toString())
                        .append("windowEnd", frame.windowEnd().toString())
                        .append("requestId", frame.requestId())
                        .append("rested", shift.rested().toString());
        if (shift.open()) {
            document.append("openUntil", frame.windowEnd().toEpochMilli());
        }
        return switch (shift) {
            case Working working -> document.append("state", "WORKING");
            case Resting resting ->
                    document.append("state", "RESTING")
                            .append("restBegin", resting.restBegin().toString());
            case Ending ending -> document.append("state", "ENDING");
            case Ended ended ->
                    document.append("state", "ENDED")
                            .append("end", ended.end().toString())
                            .append("reason", ended.reason().name());
        };
    }

    @Override
    public Shift read(Document state) {
        Frame frame =
                new Frame(
                        state.getString("driverId"),
                        Product.valueOf(state.getString("product")),
                        state.getString("region"),
                        LocalDate.parse(state.getString("businessDate")),
                        Instant.parse(state.getString("begin")),
                        Instant.parse(state.getString("windowEnd")),
                        state.getString("requestId"));
        Duration rested = Duration.parse(state.getString("rested"));
        return switch (state.getString("state")) {
            case "WORKING" -> new Working(frame, rested);
            case "RESTING" ->
                    new Resting(frame, rested, Instant.parse(state.getString("restBegin")));
            case "ENDING" -> new Ending(frame, rested);
            case "ENDED" ->
                    new Ended(
                            frame,
                            rested,
                            Instant.parse(state.getString("end")),
                            EndReason.valueOf(state.getString("reason")));
            default ->
                    throw new IllegalStateException(
                            "state: "
                                    + state.getString("state")
                                    + " (expected: WORKING, RESTING, ENDING or ENDED)");
        };
    }
}
