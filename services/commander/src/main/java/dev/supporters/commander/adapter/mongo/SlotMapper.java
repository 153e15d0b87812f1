package dev.supporters.commander.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.commander.slot.CallClaim;
import dev.supporters.commander.slot.CallClaim.ClosedCall;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.DecidedCommands;
import dev.supporters.commander.slot.ShiftRef;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.SlotHeader;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Memberships;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.common.v1.Product;

import org.bson.Document;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Slots and closed calls as documents. {@code callId} is there only while the document claims the call, {@code deadline} only while a
 * command is open, {@code closeTime} only in a closed call: all three are found by them.
 */
final class SlotMapper implements StateMapper<CallClaim> {

    static final String COLLECTION = "slots";
    static final String CALL_ID = "callId";
    static final String DEADLINE = "deadline";
    static final String CLOSE_TIME = "closeTime";
    static final String DECIDED_CALL_ID = "decided.callId";

    /** Closures of older forms have no time; they count as closed about when this form came, and are deleted some days later, too. */
    static final Instant BEFORE_FORM_3 = Instant.parse("2026-12-15T00:00:00Z");

    private static final String MEMBERSHIPS = "memberships";

    @Override
    public Document write(CallClaim claim) {
        return switch (claim) {
            case ClosedCall closed ->
                    new Document("kind", stored(Kind.CLOSED_CALL))
                            .append(CALL_ID, closed.callId().value())
                            .append(CLOSE_TIME, stored(closed.closeTime()));
            case Slot.Off off -> slot(Kind.OFF, off.header());
            case Slot.Free free -> slot(Kind.FREE, free.header());
            case Slot.Paused paused -> slot(Kind.PAUSED, paused.header());
            case Slot.Commanded commanded ->
                    engaged(Kind.COMMANDED, commanded)
                            .append(DEADLINE, stored(commanded.command().deadlineTime()));
            case Slot.Accepted accepted -> engaged(Kind.ACCEPTED, accepted);
            case Slot.Arrived arrived -> engaged(Kind.ARRIVED, arrived);
            case Slot.Driving driving -> engaged(Kind.DRIVING, driving);
        };
    }

    @Override
    public CallClaim read(Document state) {
        StoredFields fields = StoredFields.of(COLLECTION, state);
        return switch (fields.constant("kind", Kind.class)) {
            case CLOSED_CALL ->
                    new ClosedCall(
                            new CallId(fields.text(CALL_ID)),
                            fields.findInstant(CLOSE_TIME).orElse(BEFORE_FORM_3));
            case OFF -> new Slot.Off(header(fields));
            case FREE -> new Slot.Free(header(fields));
            case PAUSED -> new Slot.Paused(header(fields));
            case COMMANDED -> new Slot.Commanded(header(fields), command(fields));
            case ACCEPTED -> new Slot.Accepted(header(fields), command(fields));
            case ARRIVED -> new Slot.Arrived(header(fields), command(fields));
            case DRIVING -> new Slot.Driving(header(fields), command(fields));
        };
    }

    private static Document slot(Kind kind, SlotHeader header) {
        Document document =
                new Document("kind", stored(kind)).append("driverId", header.driverId().value());
        header.shift().ifPresent(shift -> write(document, shift));
        header.lastFreed().ifPresent(time -> document.append("lastFreed", stored(time)));
        header.memberships().ifPresent(known -> document.append(MEMBERSHIPS, write(known)));
        return document.append(
                "decided", header.decided().all().stream().map(CommandMapper::write).toList());
    }

    private static void write(Document document, ShiftRef shift) {
        CommandMapper.write(document, shift.workId())
                .append("product", stored(shift.product()))
                .append("beginTime", stored(shift.beginTime()))
                .append("until", stored(shift.windowEnd()))
                .append("workVersion", shift.version())
                .append("closing", shift.closing());
    }

    private static Document engaged(Kind kind, Slot.Engaged engaged) {
        return slot(kind, engaged.header())
                .append(CALL_ID, engaged.command().callId().value())
                .append("command", CommandMapper.write(engaged.command()));
    }

    private static SlotHeader header(StoredFields slot) {
        return new SlotHeader(
                new DriverId(slot.text("driverId")),
                shift(slot),
                new DecidedCommands(
                        slot.parts("decided").stream().map(CommandMapper::readDecided).toList()),
                slot.findInstant("lastFreed"),
                memberships(slot));
    }

    /** Sorted, so that the same memberships are always stored alike. */
    private static Document write(Memberships known) {
        return new Document("version", known.version())
                .append(
                        "active",
                        known.active().stream()
                                .sorted()
                                .map(product -> new Document("product", stored(product)))
                                .toList());
    }

    private static Optional<Memberships> memberships(StoredFields slot) {
        return slot.findPart(MEMBERSHIPS)
                .map(known ->
                        new Memberships(
                                new DriverId(slot.text("driverId")),
                                known.number("version"),
                                known.parts("active").stream()
                                        .map(each -> each.constant("product", Product.class))
                                        .collect(Collectors.toSet())));
    }

    /** In the first form the fields of a driver who never worked are there, and the id is empty. */
    private static Optional<ShiftRef> shift(StoredFields slot) {
        if (slot.textOrEmpty("workId").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new ShiftRef(
                        CommandMapper.workId(slot),
                        slot.constant("product", Product.class),
                        slot.instant("beginTime"),
                        slot.instant("until"),
                        slot.number("workVersion"),
                        slot.flag("closing")));
    }

    private static Command command(StoredFields slot) {
        return CommandMapper.read(
                slot.part("command"),
                new DriverId(slot.text("driverId")),
                new CallId(slot.text(CALL_ID)));
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
