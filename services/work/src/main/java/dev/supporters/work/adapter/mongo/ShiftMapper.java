package dev.supporters.work.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.work.v1.WorkType;
import dev.supporters.work.shift.Asked;
import dev.supporters.work.shift.BeginZone;
import dev.supporters.work.shift.KnownMode;
import dev.supporters.work.shift.Pending;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.ShiftDetails;

import org.bson.Document;

import java.time.Duration;

/**
 * A shift as a document. Only a shift that has not ended has the field openUntil, by which the clock-off finds it; only one that has
 * ended has the field end, by which it is archived; only one whose
 * driver, group or mode waits for something that was asked for has the field askedTime.
 */
final class ShiftMapper implements StateMapper<Shift> {

    static final String DRIVER_ID = "driverId";
    static final String PRODUCT = "product";
    static final String BUSINESS_DATE = "businessDate";
    static final String REGION = "region";
    static final String ZONE_ID = "zone.id";
    static final String OPEN_UNTIL = "openUntil";
    static final String END = "end";
    static final String ASKED_TIME = "askedTime";
    private static final String TYPE = "type";
    private static final String ASKED = "asked";
    private static final String ASKED_BY = "askedBy";
    private static final String UNTOLD = "untold";
    private static final String MODE = "mode";

    private enum State {
        WORKING,
        RESTING,
        ENDING,
        ENDED
    }

    @Override
    public Document write(Shift shift) {
        ShiftDetails details = shift.details();
        Document document =
                new Document(DRIVER_ID, details.driverId().value())
                        .append(PRODUCT, stored(details.product()))
                        .append(TYPE, stored(details.type()))
                        .append(REGION, details.region())
                        .append(BUSINESS_DATE, stored(details.businessDate()))
                        .append("begin", stored(details.begin()))
                        .append("windowEnd", stored(details.windowEnd()))
                        .append("requestId", details.requestId())
                        .append("rested", stored(shift.rested()));
        if (!details.zone().equals(BeginZone.UNKNOWN)) {
            document.append("zone", zone(details.zone()));
        }
        if (shift.open()) {
            document.append(OPEN_UNTIL, stored(details.windowEnd()));
        }
        write(document, shift.pending());
        return switch (shift) {
            case Shift.Working working ->
                    document.append("state", stored(State.WORKING))
                            .append(MODE, mode(working.mode()))
                            .append("workingSince", stored(working.since()));
            case Shift.Resting resting ->
                    document.append("state", stored(State.RESTING))
                            .append(MODE, mode(resting.mode()))
                            .append("restBegin", stored(resting.restBegin()))
                            .append("restCause", stored(resting.cause()));
            case Shift.Ending ending -> document.append("state", stored(State.ENDING));
            case Shift.Ended ended ->
                    document.append("state", stored(State.ENDED))
                            .append(END, stored(ended.end()))
                            .append("reason", stored(ended.reason()));
        };
    }

    @Override
    public Shift read(Document state) {
        StoredFields fields = StoredFields.of("works", state);
        ShiftDetails details = details(fields);
        Duration rested = fields.duration("rested");
        return switch (fields.constant("state", State.class)) {
            case WORKING ->
                    new Shift.Working(
                            details,
                            rested,
                            pending(fields),
                            mode(fields, details),
                            fields.findInstant("workingSince").orElse(details.begin()));
            case RESTING ->
                    new Shift.Resting(
                            details,
                            rested,
                            fields.instant("restBegin"),
                            pending(fields),
                            mode(fields, details),
                            fields.has("restCause")
                                    ? fields.constant("restCause", Shift.RestCause.class)
                                    : Shift.RestCause.DRIVER);
            case ENDING -> new Shift.Ending(details, rested);
            case ENDED ->
                    new Shift.Ended(
                            details,
                            rested,
                            fields.instant(END),
                            fields.constant("reason", Shift.EndReason.class));
        };
    }

    private static void write(Document document, Pending pending) {
        pending.asked()
                .ifPresent(asked ->
                        document.append(ASKED, stored(asked.kind()))
                                .append(ASKED_BY, asked.requestId())
                                .append(ASKED_TIME, stored(asked.time())));
        if (pending.untold() > 0) {
            document.append(UNTOLD, pending.untold());
        }
    }

    /** Documents of the forms before 4 have none. */
    private static Pending pending(StoredFields fields) {
        return new Pending(
                fields.findInstant(ASKED_TIME)
                        .map(time ->
                                new Asked(
                                        fields.constant(ASKED, Asked.Kind.class),
                                        fields.text(ASKED_BY),
                                        time)),
                fields.has(UNTOLD) ? fields.integer(UNTOLD) : 0);
    }

    private static Document mode(KnownMode mode) {
        return new Document("version", mode.version())
                .append("off", mode.off())
                .append("since", stored(mode.since()));
    }

    /** Documents of the forms before 5 have none. */
    private static KnownMode mode(StoredFields fields, ShiftDetails details) {
        return fields.findPart(MODE)
                .map(mode ->
                        new KnownMode(
                                mode.number("version"), mode.flag("off"), mode.instant("since")))
                .orElse(KnownMode.begun(0, details));
    }

    /** Documents of the forms before 5 have no type. */
    private static ShiftDetails details(StoredFields fields) {
        return new ShiftDetails(
                new DriverId(fields.text(DRIVER_ID)),
                fields.constant(PRODUCT, Product.class),
                fields.has(TYPE)
                        ? fields.constant(TYPE, WorkType.class)
                        : WorkType.WORK_TYPE_HOURLY,
                fields.text(REGION),
                fields.date(BUSINESS_DATE),
                fields.instant("begin"),
                fields.instant("windowEnd"),
                fields.text("requestId"),
                fields.findPart("zone").map(ShiftMapper::zone).orElse(BeginZone.UNKNOWN));
    }

    private static Document zone(BeginZone zone) {
        return new Document("id", zone.zoneId())
                .append("cell", zone.cell())
                .append("regionReason", zone.regionReason());
    }

    private static BeginZone zone(StoredFields fields) {
        return new BeginZone(fields.text("id"), fields.text("cell"), fields.text("regionReason"));
    }
}
