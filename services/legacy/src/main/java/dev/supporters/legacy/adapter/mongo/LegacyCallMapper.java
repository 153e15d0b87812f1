package dev.supporters.legacy.adapter.mongo;

import dev.supporters.legacy.dispatch.Details;
import dev.supporters.legacy.dispatch.DispatchResult;
import dev.supporters.legacy.dispatch.DispatchState;
import dev.supporters.legacy.dispatch.LegacyCall;
import dev.supporters.legacy.dispatch.Report;
import dev.supporters.legacy.dispatch.Spot;
import dev.supporters.platform.store.StateMapper;

import org.bson.Document;

import java.util.Date;
import java.util.List;

/** Calls as documents. */
public final class LegacyCallMapper implements StateMapper<LegacyCall> {

    static final String STATE = "state";
    static final String CREATE_TIME = "createTime";
    static final String UNTOLD = "untold";
    static final String HAS_RESULTS = "hasResults";

    /** Only there while a commission driver is bound: its unique index binds a driver once. */
    static final String ENGAGED_DRIVER = "engagedDriver";

    @Override
    public Document write(LegacyCall call) {
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
                                call.results().stream().map(LegacyCallMapper::result).toList())
                        .append(
                                "reports",
                                call.reports().stream().map(LegacyCallMapper::report).toList())
                        .append("lastReport", call.lastReport())
                        .append(UNTOLD, call.registered() && !call.reports().isEmpty())
                        .append(HAS_RESULTS, !call.results().isEmpty());
        String engaged = call.state().engagedDriver();
        return engaged.isEmpty() ? document : document.append(ENGAGED_DRIVER, engaged);
    }

    @Override
    public LegacyCall read(Document document) {
        List<DispatchResult> results =
                document.getList("results", Document.class).stream()
                        .map(LegacyCallMapper::result)
                        .toList();
        return new LegacyCall(
                document.getString("id"),
                document.getBoolean("registered"),
                details(document.get("details", Document.class)),
                state(document),
                document.getDate(CREATE_TIME).toInstant(),
                document.getDate("broadcastTime").toInstant(),
                document.getList("released", String.class),
                results,
                document.getList("reports", Document.class).stream()
                        .map(LegacyCallMapper::report)
                        .toList(),
                document.getLong("lastReport"));
    }

    private static Document state(DispatchState state) {
        Document document = new Document(STATE, state.label()).append("driverId", state.driver());
        return switch (state) {
            case DispatchState.Offered s ->
                    document.append("since", Date.from(s.since()))
                            .append("droppedBy", s.droppedBy());
            case DispatchState.Supporters s -> document.append("result", result(s.result()));
            case DispatchState.Driven _, DispatchState.Cancelled _, DispatchState.Unserved _ ->
                    document;
        };
    }

    private static DispatchState state(Document document) {
        String driverId = document.getString("driverId");
        return switch (document.getString(STATE)) {
            case "offered" ->
                    new DispatchState.Offered(
                            document.getDate("since").toInstant(), document.getString("droppedBy"));
            case "taken" -> new DispatchState.Taken(driverId);
            case "arrived" -> new DispatchState.Arrived(driverId);
            case "picked_up" -> new DispatchState.PickedUp(driverId);
            case "completed" -> new DispatchState.Completed(driverId);
            case "cancelled" -> new DispatchState.Cancelled(driverId);
            case "unserved" -> new DispatchState.Unserved();
            case "supporters" ->
                    new DispatchState.Supporters(result(document.get("result", Document.class)));
            default -> throw new IllegalStateException("state " + document.getString(STATE));
        };
    }

    private static Document result(DispatchResult result) {
        return new Document("callId", result.callId())
                .append("driverId", result.driverId())
                .append("commandId", result.commandId())
                .append("acceptedAt", Date.from(result.acceptedAt()));
    }

    private static DispatchResult result(Document document) {
        return new DispatchResult(
                document.getString("callId"),
                document.getString("driverId"),
                document.getString("commandId"),
                document.getDate("acceptedAt").toInstant());
    }

    private static Document report(Report report) {
        return new Document("number", report.number())
                .append("step", report.step().name())
                .append("driverId", report.driverId())
                .append("time", Date.from(report.time()));
    }

    private static Report report(Document document) {
        return new Report(
                document.getLong("number"),
                Report.Step.valueOf(document.getString("step")),
                document.getString("driverId"),
                document.getDate("time").toInstant());
    }

    private static Document details(Details details) {
        return new Document("product", details.product())
                .append("customerId", details.customerId())
                .append("customerName", details.customerName())
                .append("origin", spot(details.origin()))
                .append("destination", spot(details.destination()))
                .append("stopover", spot(details.stopover()))
                .append("fare", details.fare())
                .append("currency", details.currency())
                .append("distanceMeters", details.distanceMeters())
                .append("reason", details.reason())
                .append("requestedAt", Date.from(details.requestedAt()));
    }

    private static Details details(Document document) {
        return new Details(
                document.getString("product"),
                document.getString("customerId"),
                document.getString("customerName"),
                spot(document.get("origin", Document.class)),
                spot(document.get("destination", Document.class)),
                spot(document.get("stopover", Document.class)),
                document.getLong("fare"),
                document.getString("currency"),
                document.getInteger("distanceMeters"),
                document.getString("reason"),
                document.getDate("requestedAt").toInstant());
    }

    private static Document spot(Spot spot) {
        return new Document("lat", spot.lat())
                .append("lng", spot.lng())
                .append("poi", spot.poi())
                .append("address", spot.address());
    }

    private static Spot spot(Document document) {
        return new Spot(
                document.getString("lat"),
                document.getString("lng"),
                document.getString("poi"),
                document.getString("address"));
    }
}
