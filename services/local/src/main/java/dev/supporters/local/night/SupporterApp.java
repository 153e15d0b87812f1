package dev.supporters.local.night;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.simulation.Point;
import dev.supporters.simulation.SupporterPlan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A supporter's app: what it can ask, and its one subscription. */
final class SupporterApp implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration REPORT_LIMIT = Duration.ofMillis(1);

    /** Says that there was no answer. */
    static final GraphQlAnswer NO_ANSWER = new GraphQlAnswer(Json.object(), "NO_ANSWER", "");

    private final Doors doors;
    private final String token;
    private final SupporterPlan plan;
    private final String businessDate;
    private Optional<GraphQlSocket> socket = Optional.empty();

    SupporterApp(Doors doors, String token, SupporterPlan plan, String businessDate) {
        this.doors = doors;
        this.token = token;
        this.plan = plan;
        this.businessDate = businessDate;
    }

    GraphQlAnswer begin(Point here) throws InterruptedException {
        ObjectNode location = Json.object().put("lat", here.lat()).put("lng", here.lng());
        Inputs input =
                about("begin-" + plan.driverId() + "-" + businessDate)
                        .with("location", location)
                        .with("appPlatform", plan.number() % 3 == 0 ? "IOS" : "ANDROID")
                        .with("appVersion", "9.0.0");
        return ask(Operation.BEGIN_WORK, input);
    }

    GraphQlAnswer rest(Instant now) throws InterruptedException {
        return ask(Operation.REST, about("rest-" + plan.driverId() + "-" + now.toEpochMilli()));
    }

    GraphQlAnswer resume(Instant now) throws InterruptedException {
        return ask(Operation.RESUME, about("resume-" + plan.driverId() + "-" + now.toEpochMilli()));
    }

    GraphQlAnswer end(Instant now) throws InterruptedException {
        return ask(Operation.END_WORK, about("end-" + plan.driverId() + "-" + now.toEpochMilli()));
    }

    GraphQlAnswer accept(Slot slot) throws InterruptedException {
        return ask(
                Operation.ACCEPT_CALL,
                about(slot.commandId() + "-accept").with("commandId", slot.commandId()));
    }

    GraphQlAnswer refuse(Slot slot, String reason) throws InterruptedException {
        return ask(
                Operation.REFUSE_CALL,
                about(slot.commandId() + "-refuse")
                        .with("commandId", slot.commandId())
                        .with("reason", reason));
    }

    GraphQlAnswer step(Operation step, Slot slot) throws InterruptedException {
        return ask(
                step, about(slot.commandId() + "-" + step.title()).with("callId", slot.callId()));
    }

    GraphQlAnswer respondToMove(String moveId, boolean accept) throws InterruptedException {
        return ask(
                Operation.RESPOND_TO_MOVE,
                about(moveId + "-" + accept).with("moveId", moveId).with("accept", accept));
    }

    GraphQlAnswer state() throws InterruptedException {
        return ask(Operation.APP_STATE, Json.object().put("driverId", plan.driverId()), LIMIT);
    }

    GraphQlAnswer destination(String callId) throws InterruptedException {
        return ask(Operation.DESTINATION, Json.object().put("id", callId), LIMIT);
    }

    /** One try: the next report makes up for a lost one. */
    GraphQlAnswer report(Way way, Instant now) throws InterruptedException {
        ArrayNode positions = Json.object().putArray("positions");
        position(positions, way.at(now), now);
        Inputs input =
                about("report-" + plan.driverId() + "-" + now.toEpochMilli())
                        .with("positions", positions);
        return ask(Operation.REPORT_LOCATION, input.variables(), REPORT_LIMIT);
    }

    private static void position(ArrayNode positions, Point point, Instant at) {
        positions
                .addObject()
                .put("lat", point.lat())
                .put("lng", point.lng())
                .put("reportedAt", at.toString());
    }

    void listen() {
        close();
        ObjectNode variables = Json.object().put("driverId", plan.driverId());
        socket = Optional.of(doors.subscribe(token, Operation.COMMANDS, variables));
    }

    Optional<Inbox> await(Duration real) throws InterruptedException {
        return socket.isPresent() ? socket.get().await(real) : Optional.empty();
    }

    @Override
    public void close() {
        socket.ifPresent(GraphQlSocket::close);
        socket = Optional.empty();
    }

    private Inputs about(String clientMutationId) {
        return Inputs.of(clientMutationId).with("driverId", plan.driverId());
    }

    private GraphQlAnswer ask(Operation operation, Inputs input) throws InterruptedException {
        return ask(operation, input.variables(), LIMIT);
    }

    private GraphQlAnswer ask(Operation operation, ObjectNode variables, Duration limit)
            throws InterruptedException {
        try {
            return doors.graphQl().ask(token, operation, variables, limit);
        } catch (DoorClosed e) {
            return NO_ANSWER;
        }
    }
}
