package dev.supporters.player;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.player.client.GraphQlAnswer;
import dev.supporters.player.client.GraphQlOperation;
import dev.supporters.player.client.JsonNodes;
import dev.supporters.player.client.MutationInput;
import dev.supporters.player.client.SystemClients;
import dev.supporters.simulation.RandomStreams;
import dev.supporters.simulation.RandomVariates;
import dev.supporters.simulation.SupporterPlan;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

/** After the night some supporters say that their statement is wrong, and the night's operator answers. */
final class StatementDisputes {

    /** Until settlement has read how the shift ended. */
    private static final int MOST_TRIES = 10;

    private static final int MINUTES_PER_HOUR = 60;
    private static final int MOST_MINUTES = 10;

    private final NightSetup setup;
    private final SystemClients clients;
    private final GatewayPerson operator;
    private final Map<String, SupporterPlan> disputing;

    StatementDisputes(NightSetup setup, SystemClients clients) {
        this.setup = setup;
        this.clients = clients;
        this.operator = GatewayPerson.operator(setup, clients);
        this.disputing =
                disputing(setup).stream()
                        .collect(Collectors.toMap(SupporterPlan::driverId, Function.identity()));
    }

    /** Who means to say so, if there is a statement. */
    static List<SupporterPlan> disputing(NightSetup setup) {
        RandomStreams streams = new RandomStreams(setup.seed());
        return setup.people().supporters().stream()
                .filter(plan ->
                        RandomVariates.happens(
                                streams.of("dispute", plan.number()),
                                setup.parameters().disputes()))
                .toList();
    }

    void play() throws InterruptedException {
        for (SupporterPlan plan : disputing.values()) {
            open(plan);
        }
        for (JsonNode dispute :
                operator.all(GraphQlOperation.OPEN_DISPUTES, "openDisputes", "disputes")) {
            SupporterPlan plan = disputing.get(dispute.path("driverId").asText());
            if (plan != null && dispute.path("businessDate").asText().equals(date())) {
                answer(dispute.path("disputeId").asText(), plan);
            }
        }
    }

    private void open(SupporterPlan plan) throws InterruptedException {
        GatewayPerson driver = GatewayPerson.driver(setup, clients, plan.driverId());
        MutationInput dispute =
                MutationInput.of("dispute-" + plan.driverId() + "-" + date())
                        .with("businessDate", date())
                        .with("text", "I waited longer than the statement says.");
        GraphQlAnswer answer = driver.change(GraphQlOperation.OPEN_DISPUTE, dispute);
        for (int tries = 1;
                tries < MOST_TRIES && answer.refusedFor("DISPUTE_NOT_IN_TIME");
                tries++) {
            setup.clock().sleepUntil(setup.clock().now().plus(setup.intervals().retry()));
            answer = driver.change(GraphQlOperation.OPEN_DISPUTE, dispute);
        }
    }

    private void answer(String disputeId, SupporterPlan plan) throws InterruptedException {
        SplittableRandom random =
                new RandomStreams(setup.seed()).of("dispute-answer", plan.number());
        boolean right = random.nextBoolean();
        int minutes = 1 + random.nextInt(MOST_MINUTES);
        MutationInput answer =
                MutationInput.of("answer-" + disputeId)
                        .with("disputeId", disputeId)
                        .with("decision", right ? "ACCEPTED" : "REJECTED")
                        .with("answer", right ? "You did." : "The events say otherwise.");
        if (right) {
            ObjectNode granted =
                    JsonNodes.object()
                            .put(
                                    "amount",
                                    Math.ceilDiv(
                                            setup.night().hourlyWage() * minutes, MINUTES_PER_HOUR))
                            .put("currency", setup.night().currency());
            answer.with("adjustment", granted);
        }
        var _ = operator.change(GraphQlOperation.ANSWER_DISPUTE, answer);
    }

    private String date() {
        return setup.night().businessDate().toString();
    }
}
