package dev.supporters.player;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.contract.Position;
import dev.supporters.player.client.GraphQlAnswer;
import dev.supporters.player.client.GraphQlOperation;
import dev.supporters.player.client.NoAnswerException;
import dev.supporters.player.client.SystemClients;
import dev.supporters.simulation.NightCall;

import java.time.Duration;
import java.util.Optional;

/** Requests one call after the other and sees each to its end. */
final class RehearsedCustomer implements PlayedPerson {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final NightSetup setup;
    private final SystemClients clients;
    private final CallSeries series;
    private final String customerId;
    private final NightCall call;

    RehearsedCustomer(
            NightSetup setup, SystemClients clients, CallSeries series, int number, Position here) {
        this.setup = setup;
        this.clients = clients;
        this.series = series;
        this.customerId = id(number);
        this.call =
                new NightCall(
                        setup.clock().now(),
                        here,
                        new Position(here.lat(), here.lng() + .05),
                        1_000,
                        5_000);
    }

    static String id(int number) {
        return "97000" + (10 + number);
    }

    @Override
    public String name() {
        return "rehearsed customer " + customerId;
    }

    @Override
    public void play() throws InterruptedException {
        String token = setup.tokens().token(customerId, "customer");
        for (int number = 0; series.awaitNext(); number++) {
            long begin = System.nanoTime();
            Optional<String> callId = request(token, number);
            if (callId.isPresent()) {
                series.requested(callId.get());
                boolean completed;
                try (FollowedCall followed =
                        new FollowedGatewayCall(clients, token, callId.get())) {
                    completed = completed(followed);
                }
                series.ended(Duration.ofNanos(System.nanoTime() - begin), completed);
            }
        }
    }

    private Optional<String> request(String token, int number) throws InterruptedException {
        ObjectNode variables =
                CallRequestBodies.gateway(
                        "rehearse-" + customerId + "-" + number,
                        customerId,
                        call,
                        setup.night().currency());
        try {
            GraphQlAnswer answer =
                    clients.graphQl().ask(token, GraphQlOperation.REQUEST_CALL, variables, LIMIT);
            return Optional.of(CallRequestBodies.callId(answer))
                    .filter(callId -> !callId.isEmpty());
        } catch (NoAnswerException e) {
            return Optional.empty();
        }
    }

    /** Sees it to its end. */
    private static boolean completed(FollowedCall followed) throws InterruptedException {
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Duration left = Duration.ofNanos(patience - System.nanoTime());
            Optional<ObservedCall> view =
                    left.isPositive() ? followed.await(left) : followed.read();
            if (view.isPresent() && view.get().state().ended()) {
                return view.get().state() == ObservedCall.State.COMPLETED;
            }
            if (!left.isPositive()
                    && followed.cancel() == FollowedCall.CancellationResult.CANCELLED) {
                return false;
            }
        }
    }
}
