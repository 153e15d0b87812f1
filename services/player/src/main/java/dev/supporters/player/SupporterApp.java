package dev.supporters.player;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.contract.Position;
import dev.supporters.player.client.GraphQlAnswer;
import dev.supporters.player.client.GraphQlOperation;
import dev.supporters.player.client.GraphQlSubscription;
import dev.supporters.player.client.GraphQlSubscription.Message;
import dev.supporters.player.client.JsonNodes;
import dev.supporters.player.client.MutationInput;
import dev.supporters.player.client.NoAnswerException;
import dev.supporters.player.client.SystemClients;
import dev.supporters.simulation.SupporterPlan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A supporter's app: what it can ask, and what it hears by subscription. */
final class SupporterApp implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration REPORT_LIMIT = Duration.ofMillis(1);

    /** Says that there was no answer. */
    static final GraphQlAnswer NO_ANSWER = new GraphQlAnswer(JsonNodes.object(), "NO_ANSWER", "");

    private final SystemClients clients;
    private final String token;
    private final SupporterPlan plan;
    private final String businessDate;
    private Optional<GraphQlSubscription> socket = Optional.empty();

    SupporterApp(SystemClients clients, String token, SupporterPlan plan, String businessDate) {
        this.clients = clients;
        this.token = token;
        this.plan = plan;
        this.businessDate = businessDate;
    }

    GraphQlAnswer begin(Position here) throws InterruptedException {
        ObjectNode location = JsonNodes.object().put("lat", here.lat()).put("lng", here.lng());
        MutationInput input =
                about("begin-" + plan.driverId() + "-" + businessDate)
                        .with("location", location)
                        .with("appPlatform", plan.number() % 3 == 0 ? "IOS" : "ANDROID")
                        .with("appVersion", "9.0.0");
        return ask(GraphQlOperation.BEGIN_WORK, input);
    }

    GraphQlAnswer rest(Instant now) throws InterruptedException {
        return ask(
                GraphQlOperation.REST, about("rest-" + plan.driverId() + "-" + now.toEpochMilli()));
    }

    GraphQlAnswer resume(Instant now) throws InterruptedException {
        return ask(
                GraphQlOperation.RESUME,
                about("resume-" + plan.driverId() + "-" + now.toEpochMilli()));
    }

    GraphQlAnswer end(Instant now) throws InterruptedException {
        return ask(
                GraphQlOperation.END_WORK,
                about("end-" + plan.driverId() + "-" + now.toEpochMilli()));
    }

    GraphQlAnswer accept(ObservedSlot slot) throws InterruptedException {
        return ask(
                GraphQlOperation.ACCEPT_CALL,
                about(slot.commandId() + "-accept").with("commandId", slot.commandId()));
    }

    GraphQlAnswer refuse(ObservedSlot slot, String reason) throws InterruptedException {
        return ask(
                GraphQlOperation.REFUSE_CALL,
                about(slot.commandId() + "-refuse")
                        .with("commandId", slot.commandId())
                        .with("reason", reason));
    }

    GraphQlAnswer step(GraphQlOperation step, ObservedSlot slot) throws InterruptedException {
        return ask(
                step, about(slot.commandId() + "-" + step.title()).with("callId", slot.callId()));
    }

    GraphQlAnswer respondToMove(String moveId, boolean accept) throws InterruptedException {
        return ask(
                GraphQlOperation.RESPOND_TO_MOVE,
                about(moveId + "-" + accept).with("moveId", moveId).with("accept", accept));
    }

    GraphQlAnswer state() throws InterruptedException {
        return ask(
                GraphQlOperation.APP_STATE,
                JsonNodes.object().put("driverId", plan.driverId()),
                LIMIT);
    }

    GraphQlAnswer destination(String callId) throws InterruptedException {
        return ask(GraphQlOperation.DESTINATION, JsonNodes.object().put("id", callId), LIMIT);
    }

    /** Tried once: the next report replaces a lost one. */
    GraphQlAnswer report(Leg leg, Instant now) throws InterruptedException {
        ArrayNode positions = JsonNodes.object().putArray("positions");
        position(positions, leg.at(now), now);
        MutationInput input =
                about("report-" + plan.driverId() + "-" + now.toEpochMilli())
                        .with("positions", positions);
        return ask(GraphQlOperation.REPORT_LOCATION, input.variables(), REPORT_LIMIT);
    }

    private static void position(ArrayNode positions, Position point, Instant at) {
        positions
                .addObject()
                .put("lat", point.lat())
                .put("lng", point.lng())
                .put("reportedAt", at.toString());
    }

    void listen() {
        close();
        ObjectNode variables = JsonNodes.object().put("driverId", plan.driverId());
        socket =
                Optional.of(
                        clients.subscribe(
                                token,
                                variables,
                                GraphQlOperation.COMMANDS,
                                GraphQlOperation.MOVES));
    }

    Optional<Message> await(Duration real) throws InterruptedException {
        return socket.isPresent() ? socket.get().await(real) : Optional.empty();
    }

    @Override
    public void close() {
        socket.ifPresent(GraphQlSubscription::close);
        socket = Optional.empty();
    }

    private MutationInput about(String clientMutationId) {
        return MutationInput.of(clientMutationId).with("driverId", plan.driverId());
    }

    private GraphQlAnswer ask(GraphQlOperation operation, MutationInput input)
            throws InterruptedException {
        return ask(operation, input.variables(), LIMIT);
    }

    private GraphQlAnswer ask(GraphQlOperation operation, ObjectNode variables, Duration limit)
            throws InterruptedException {
        try {
            return clients.graphQl().ask(token, operation, variables, limit);
        } catch (NoAnswerException e) {
            return NO_ANSWER;
        }
    }
}
