package dev.supporters.commander.adapter.mongo;

import dev.supporters.commander.slot.CallHolder;
import dev.supporters.commander.slot.CallId;
import dev.supporters.commander.slot.ClosedCall;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.Decisions;
import dev.supporters.commander.slot.DriverId;
import dev.supporters.commander.slot.Duty;
import dev.supporters.commander.slot.Seat;
import dev.supporters.commander.slot.Slot;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.proto.common.v1.Product;

import org.bson.Document;

import java.time.Instant;

/**
 * Slots and closed calls as documents. {@code callId} is there only while the call's place is taken, {@code deadline} only while a
 * command is open: both are found by them.
 */
final class HolderMapper implements StateMapper<CallHolder> {

    static final String CALL_ID = "callId";
    static final String DEADLINE = "deadline";

    @Override
    public Document write(CallHolder holder) {
        return switch (holder) {
            case ClosedCall closed ->
                    new Document("kind", Kind.CLOSED_CALL.name())
                            .append(CALL_ID, closed.callId().value());
            case Slot.Off off -> slot(Kind.OFF, off.seat());
            case Slot.Free free -> slot(Kind.FREE, free.seat());
            case Slot.Paused paused -> slot(Kind.PAUSED, paused.seat());
            case Slot.Commanded commanded ->
                    engaged(Kind.COMMANDED, commanded)
                            .append(DEADLINE, commanded.command().deadlineTime().toEpochMilli());
            case Slot.Accepted accepted -> engaged(Kind.ACCEPTED, accepted);
            case Slot.Arrived arrived -> engaged(Kind.ARRIVED, arrived);
            case Slot.Driving driving -> engaged(Kind.DRIVING, driving);
        };
    }

    @Override
    public CallHolder read(Document state) {
        return switch (Kind.valueOf(state.getString("kind"))) {
            case CLOSED_CALL -> new ClosedCall(new CallId(state.getString(CALL_ID)));
            case OFF -> new Slot.Off(seat(state));
            case FREE -> new Slot.Free(seat(state));
            case PAUSED -> new Slot.Paused(seat(state));
            case COMMANDED -> new Slot.Commanded(seat(state), command(state));
            case ACCEPTED -> new Slot.Accepted(seat(state), command(state));
            case ARRIVED -> new Slot.Arrived(seat(state), command(state));
            case DRIVING -> new Slot.Driving(seat(state), command(state));
        };
    }

    private static Document slot(Kind kind, Seat seat) {
        Duty duty = seat.duty();
        return new Document("kind", kind.name())
                .append("driverId", seat.driverId().value())
                .append("workId", duty.workId())
                .append("product", duty.product().name())
                .append("beginTime", duty.beginTime().toEpochMilli())
                .append("until", duty.until().toEpochMilli())
                .append("workVersion", duty.version())
                .append("closing", duty.closing())
                .append(
                        "decided",
                        seat.decisions().all().stream().map(DecidedDocument::write).toList());
    }

    private static Document engaged(Kind kind, Slot.Engaged engaged) {
        return slot(kind, engaged.seat())
                .append(CALL_ID, engaged.command().callId().value())
                .append("command", CommandDocument.write(engaged.command()));
    }

    private static Seat seat(Document state) {
        Duty duty =
                new Duty(
                        state.getString("workId"),
                        Product.valueOf(state.getString("product")),
                        Instant.ofEpochMilli(state.getLong("beginTime")),
                        Instant.ofEpochMilli(state.getLong("until")),
                        state.getLong("workVersion"),
                        state.getBoolean("closing"));
        Decisions decisions =
                new Decisions(
                        state.getList("decided", Document.class).stream()
                                .map(DecidedDocument::read)
                                .toList());
        return new Seat(new DriverId(state.getString("driverId")), duty, decisions);
    }

    private static Command command(Document state) {
        return CommandDocument.read(
                state.get("command", Document.class),
                new DriverId(state.getString("driverId")),
                new CallId(state.getString(CALL_ID)));
    }

    private enum Kind {
        CLOSED_CALL,
        OFF,
        FREE,
        PAUSED,
        COMMANDED,
        ACCEPTED,
        ARRIVED,
        DRIVING
    }
}
