package dev.supporters.legacy.adapter.mongo;

import dev.supporters.contract.Place;
import dev.supporters.legacy.dispatch.CallDetails;
import dev.supporters.legacy.dispatch.GeneralCall;
import dev.supporters.legacy.dispatch.GeneralCallState;
import dev.supporters.legacy.dispatch.StepReport;
import dev.supporters.legacy.dispatch.SupporterAcceptance;
import dev.supporters.platform.store.StateMapper;

import org.bson.Document;

import java.util.Date;
import java.util.List;

/** Calls as documents. */
public final class GeneralCallMapper implements StateMapper<GeneralCall> {

    static final String STATE = "state";
    static final String CREATE_TIME = "createTime";
    static final String UNREPORTED = "untold";
    static final String HAS_RESULTS = "hasResults";

    /** Only there while a commission driver is bound: its unique index binds a driver once. */
    static final String ENGAGED_DRIVER = "engagedDriver";

    @Override
    public Document write(GeneralCall call) {
        Document document =
                state(call.state())
                        .append("id", call.id())
                        .append("registered", call.registered())
                        .append("details", details(call.details()))
                        .append(CREATE_TIME, Date.from(call.createTime()))
                        .append("broadcastTime", Date.from(call.broadcastTime()))
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
                        .append(HAS_RESULTS, !call.acceptances().isEmpty());
        String engaged = call.state().engagedDriver();
        return engaged.isEmpty() ? document : document.append(ENGAGED_DRIVER, engaged);
    }

    @Override
    public GeneralCall read(Document document) {
        List<SupporterAcceptance> acceptances =
                document.getList("results", Document.class).stream()
                        .map(GeneralCallMapper::acceptance)
                        .toList();
        return new GeneralCall(
                document.getString("id"),
                document.getBoolean("registered"),
                details(document.get("details", Document.class)),
                state(document),
                document.getDate(CREATE_TIME).toInstant(),
                document.getDate("broadcastTime").toInstant(),
                document.getList("released", String.class),
                acceptances,
                document.getList("reports", Document.class).stream()
                        .map(GeneralCallMapper::report)
                        .toList(),
                document.getLong("lastReport"));
    }

    private static Document state(GeneralCallState state) {
        Document document = new Document(STATE, state.label()).append("driverId", state.driver());
        return switch (state) {
            case GeneralCallState.Offered s ->
                    document.append("since", Date.from(s.since()))
                            .append("droppedBy", s.droppedBy());
            case GeneralCallState.Supporters s ->
                    document.append("result", acceptance(s.acceptance()));
            case GeneralCallState.Driven _,
                    GeneralCallState.Cancelled _,
                    GeneralCallState.Unserved _ ->
                    document;
        };
    }

    private static GeneralCallState state(Document document) {
        String driverId = document.getString("driverId");
        return switch (document.getString(STATE)) {
            case "offered" ->
                    new GeneralCallState.Offered(
                            document.getDate("since").toInstant(), document.getString("droppedBy"));
            case "taken" -> new GeneralCallState.Taken(driverId);
            case "arrived" -> new GeneralCallState.Arrived(driverId);
            case "picked_up" -> new GeneralCallState.PickedUp(driverId);
            case "completed" -> new GeneralCallState.Completed(driverId);
            case "cancelled" -> new GeneralCallState.Cancelled(driverId);
            case "unserved" -> new GeneralCallState.Unserved();
            case "supporters" ->
                    new GeneralCallState.Supporters(
                            acceptance(document.get("result", Document.class)));
            default -> throw new IllegalStateException("state " + document.getString(STATE));
        };
    }

    private static Document acceptance(SupporterAcceptance acceptance) {
        return new Document("callId", acceptance.callId())
                .append("driverId", acceptance.driverId())
                .append("commandId", acceptance.commandId())
                .append("acceptedAt", Date.from(acceptance.acceptedAt()));
    }

    private static SupporterAcceptance acceptance(Document document) {
        return new SupporterAcceptance(
                document.getString("callId"),
                document.getString("driverId"),
                document.getString("commandId"),
                document.getDate("acceptedAt").toInstant());
    }

    private static Document report(StepReport report) {
        return new Document("number", report.number())
                .append("step", report.step().name())
                .append("driverId", report.driverId())
                .append("time", Date.from(report.time()));
    }

    private static StepReport report(Document document) {
        return new StepReport(
                document.getLong("number"),
                StepReport.Step.valueOf(document.getString("step")),
                document.getString("driverId"),
                document.getDate("time").toInstant());
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
                .append("requestedAt", Date.from(details.requestedAt()));
    }

    private static CallDetails details(Document document) {
        return new CallDetails(
                document.getString("product"),
                document.getString("customerId"),
                document.getString("customerName"),
                place(document.get("origin", Document.class)),
                place(document.get("destination", Document.class)),
                place(document.get("stopover", Document.class)),
                document.getLong("fare"),
                document.getString("currency"),
                document.getInteger("distanceMeters"),
                document.getString("reason"),
                document.getDate("requestedAt").toInstant());
    }

    private static Document place(Place place) {
        return new Document("lat", place.lat())
                .append("lng", place.lng())
                .append("poi", place.poi())
                .append("address", place.address());
    }

    private static Place place(Document document) {
        return new Place(
                document.getString("lat"),
                document.getString("lng"),
                document.getString("poi"),
                document.getString("address"));
    }
}
