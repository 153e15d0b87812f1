package dev.supporters.legacy.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.contract.Place;
import dev.supporters.legacy.dispatch.CallDetails;
import dev.supporters.legacy.dispatch.GeneralCall;
import dev.supporters.legacy.dispatch.GeneralCallState;
import dev.supporters.legacy.dispatch.HandOvers;
import dev.supporters.legacy.dispatch.StepReport;
import dev.supporters.legacy.dispatch.SupporterAcceptance;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;

import org.bson.Document;

/** Calls as documents. */
final class GeneralCallMapper implements StateMapper<GeneralCall> {

    private static final String COLLECTION = "calls";
    static final String STATE = "state";
    static final String CREATE_TIME = "createTime";
    static final String UNREPORTED = "untold";
    static final String HAS_ACCEPTANCES = "hasResults";

    /** Present only while a commission driver is bound: its unique index binds a driver once. */
    static final String ENGAGED_DRIVER = "engagedDriver";

    @Override
    public Document write(GeneralCall call) {
        Document document =
                state(call.state())
                        .append("id", call.id())
                        .append("registered", call.registered())
                        .append("details", details(call.details()))
                        .append(CREATE_TIME, stored(call.createTime()))
                        .append("broadcastTime", stored(call.broadcastTime()))
                        .append("released", call.released())
                        .append(
                                "results",
                                call.acceptances().stream()
                                        .map(GeneralCallMapper::acceptance)
                                        .toList())
                        .append(
                                "reports",
                                call.reports().stream().map(GeneralCallMapper::report).toList())
                        .append("lastReport", call.lastReport())
                        .append(UNREPORTED, call.registered() && !call.reports().isEmpty())
                        .append(HAS_ACCEPTANCES, !call.acceptances().isEmpty());
        if (call.handOvers().times() > 0) {
            document.append("handOvers", handOvers(call.handOvers()));
        }
        String engaged = call.state().engagedDriver();
        return engaged.isEmpty() ? document : document.append(ENGAGED_DRIVER, engaged);
    }

    @Override
    public GeneralCall read(Document document) {
        StoredFields call = StoredFields.of(COLLECTION, document);
        return new GeneralCall(
                call.text("id"),
                call.flag("registered"),
                details(call.part("details")),
                state(call),
                call.instant(CREATE_TIME),
                call.instant("broadcastTime"),
                call.texts("released"),
                call.parts("results").stream().map(GeneralCallMapper::acceptance).toList(),
                call.parts("reports").stream().map(GeneralCallMapper::report).toList(),
                call.number("lastReport"),
                call.findPart("handOvers")
                        .map(GeneralCallMapper::handOvers)
                        .orElse(HandOvers.NONE));
    }

    private static Document handOvers(HandOvers handOvers) {
        Document document = new Document("times", handOvers.times());
        handOvers.first().ifPresent(time -> document.append("first", stored(time)));
        handOvers.last().ifPresent(time -> document.append("last", stored(time)));
        return document;
    }

    private static HandOvers handOvers(StoredFields handOvers) {
        return new HandOvers(
                handOvers.number("times"),
                handOvers.findInstant("first"),
                handOvers.findInstant("last"));
    }

    private static Document state(GeneralCallState state) {
        Document document = new Document(STATE, state.label()).append("driverId", state.driver());
        return switch (state) {
            case GeneralCallState.Offered s ->
                    document.append("since", stored(s.since())).append("droppedBy", s.droppedBy());
            case GeneralCallState.Supporters s ->
                    document.append("result", acceptance(s.acceptance()));
            case GeneralCallState.Driven _,
                    GeneralCallState.Cancelled _,
                    GeneralCallState.Unserved _ ->
                    document;
        };
    }

    private static GeneralCallState state(StoredFields call) {
        String driverId = call.text("driverId");
        return switch (call.text(STATE)) {
            case "offered" ->
                    new GeneralCallState.Offered(call.instant("since"), call.text("droppedBy"));
            case "taken" -> new GeneralCallState.Taken(driverId);
            case "arrived" -> new GeneralCallState.Arrived(driverId);
            case "picked_up" -> new GeneralCallState.PickedUp(driverId);
            case "completed" -> new GeneralCallState.Completed(driverId);
            case "cancelled" -> new GeneralCallState.Cancelled(driverId);
            case "unserved" -> new GeneralCallState.Unserved();
            case "supporters" -> new GeneralCallState.Supporters(acceptance(call.part("result")));
            default ->
                    throw call.unreadable(STATE, call.text(STATE), "a state of general dispatch");
        };
    }

    private static Document acceptance(SupporterAcceptance acceptance) {
        return new Document("callId", acceptance.callId())
                .append("driverId", acceptance.driverId())
                .append("commandId", acceptance.commandId())
                .append("acceptedAt", stored(acceptance.acceptedAt()));
    }

    private static SupporterAcceptance acceptance(StoredFields acceptance) {
        return new SupporterAcceptance(
                acceptance.text("callId"),
                acceptance.text("driverId"),
                acceptance.text("commandId"),
                acceptance.instant("acceptedAt"));
    }

    private static Document report(StepReport report) {
        return new Document("number", report.number())
                .append("step", stored(report.step()))
                .append("driverId", report.driverId())
                .append("time", stored(report.time()));
    }

    private static StepReport report(StoredFields report) {
        return new StepReport(
                report.number("number"),
                report.constant("step", StepReport.Step.class),
                report.text("driverId"),
                report.instant("time"));
    }

    private static Document details(CallDetails details) {
        return new Document("product", details.product())
                .append("customerId", details.customerId())
                .append("customerName", details.customerName())
                .append("origin", place(details.origin()))
                .append("destination", place(details.destination()))
                .append("stopover", place(details.stopover()))
                .append("fare", details.fare())
                .append("currency", details.currency())
                .append("distanceMeters", details.distanceMeters())
                .append("reason", details.reason())
                .append("requestedAt", stored(details.requestedAt()));
    }

    private static CallDetails details(StoredFields details) {
        return new CallDetails(
                details.text("product"),
                details.text("customerId"),
                details.text("customerName"),
                place(details.part("origin")),
                place(details.part("destination")),
                place(details.part("stopover")),
                details.number("fare"),
                details.text("currency"),
                details.integer("distanceMeters"),
                details.text("reason"),
                details.instant("requestedAt"));
    }

    private static Document place(Place place) {
        return new Document("lat", place.lat())
                .append("lng", place.lng())
                .append("poi", place.poi())
                .append("address", place.address());
    }

    private static Place place(StoredFields place) {
        return new Place(
                place.text("lat"), place.text("lng"), place.text("poi"), place.text("address"));
    }
}
