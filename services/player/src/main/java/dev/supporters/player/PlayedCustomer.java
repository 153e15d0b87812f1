package dev.supporters.player;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.player.client.GraphQlAnswer;
import dev.supporters.player.client.GraphQlOperation;
import dev.supporters.player.client.LegacyAppClient;
import dev.supporters.player.client.NoAnswerException;
import dev.supporters.player.client.SystemClients;
import dev.supporters.simulation.CustomerPlan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Requests a call, waits, loses patience, cancels, is driven. */
final class PlayedCustomer implements PlayedPerson {

    private static final Duration FIRST_LIMIT = Duration.ofSeconds(3);
    private static final Duration LAST_LIMIT = Duration.ofSeconds(60);
    private static final int LEGACY_NUMBERS_PER_DAY = 100_000;

    private final NightSetup setup;
    private final SystemClients clients;
    private final Observations observations;
    private final CustomerPlan plan;
    private final Optional<OpenCalls.OpenCall> resumed;

    private ObservedCall.State state = ObservedCall.State.WAITING;

    /** When the customer cancels if nothing happens. */
    private Instant due;

    PlayedCustomer(
            NightSetup setup,
            SystemClients clients,
            Observations observations,
            CustomerPlan plan,
            Optional<OpenCalls.OpenCall> resumed) {
        this.setup = setup;
        this.clients = clients;
        this.observations = observations;
        this.plan = plan;
        this.resumed = resumed;
        this.due = plan.call().requestedAt().plus(plan.patience());
    }

    @Override
    public String name() {
        return "customer " + plan.customerId();
    }

    @Override
    public void play() throws InterruptedException {
        setup.clock().sleepUntil(plan.call().requestedAt());
        String token = setup.tokens().token(plan.customerId(), "customer");
        try (FollowedCall call = call(token)) {
            observations.call(call.callId(), state);
            if (resumed.isPresent()) {
                lookAgain(call);
            }
            follow(call);
        } finally {
            observations.customers(-1);
        }
    }

    private FollowedCall call(String token) throws InterruptedException {
        if (resumed.isPresent()) {
            String callId = resumed.get().callId();
            return resumed.get().atLegacy()
                    ? legacyCall(callId)
                    : new FollowedGatewayCall(clients, token, callId);
        }
        Optional<String> callId = requestAtGateway(token);
        observations.requested(callId.isEmpty());
        return callId.isPresent()
                ? new FollowedGatewayCall(clients, token, callId.get())
                : requestAtLegacy();
    }

    /** Empty when the gateway is not there; asks longer where a request may have arrived, so that there are not two calls. */
    private Optional<String> requestAtGateway(String token) throws InterruptedException {
        try {
            return Optional.of(request(token, FIRST_LIMIT));
        } catch (NoAnswerException e) {
            if (!e.mayHaveArrived()) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(request(token, LAST_LIMIT));
        } catch (NoAnswerException e) {
            return Optional.empty();
        }
    }

    private String request(String token, Duration limit)
            throws NoAnswerException, InterruptedException {
        String key =
                "request-%s-%s-%d"
                        .formatted(plan.customerId(), setup.night().businessDate(), setup.seed());
        ObjectNode variables =
                CallRequestBodies.gateway(key, plan.name(), plan.call(), setup.night().currency());
        GraphQlAnswer answer =
                clients.graphQl().ask(token, GraphQlOperation.REQUEST_CALL, variables, limit);
        String callId = CallRequestBodies.callId(answer);
        if (callId.isEmpty()) {
            throw new IllegalStateException(
                    "requestCall: " + answer.reason() + " (expected: a call)");
        }
        return callId;
    }

    private FollowedCall requestAtLegacy() throws InterruptedException {
        long day = setup.night().businessDate().toEpochDay();
        FollowedCall call = legacyCall(Long.toString(day * LEGACY_NUMBERS_PER_DAY + plan.number()));
        ObjectNode body = CallRequestBodies.legacy(call.callId(), plan, setup.night().currency());
        LegacyAppClient.Answer answer = clients.legacy().requestCall(body);
        while (answer.status() == 0) {
            setup.clock().sleepUntil(setup.clock().now().plus(setup.intervals().retry()));
            answer = clients.legacy().requestCall(body);
        }
        if (!answer.done()) {
            throw new IllegalStateException(
                    "legacy request: status " + answer.status() + " (expected: 200 or 201)");
        }
        return call;
    }

    private FollowedCall legacyCall(String callId) {
        return new FollowedLegacyCall(clients.legacy(), callId, plan.customerId());
    }

    /** After an interruption the customer first looks at the call's state. */
    private void lookAgain(FollowedCall call) throws InterruptedException {
        Optional<ObservedCall> view = call.read();
        due = setup.clock().now().plus(plan.patience());
        if (view.isPresent()) {
            see(call.callId(), view.get(), setup.clock().now());
        }
    }

    private void follow(FollowedCall call) throws InterruptedException {
        Instant silence = setup.clock().now().plus(setup.intervals().customersSilence());
        while (!state.ended() && setup.clock().now().isBefore(setup.finishBy())) {
            Instant next = silence.isBefore(due()) ? silence : due();
            Optional<ObservedCall> view = call.await(setup.clock().realUntil(next));
            if (view.isEmpty() && !setup.clock().now().isBefore(silence)) {
                view = call.read();
                silence = setup.clock().now().plus(setup.intervals().customersSilence());
            }
            if (view.isPresent()) {
                silence = setup.clock().now().plus(setup.intervals().customersSilence());
                see(call.callId(), view.get(), setup.clock().now());
            }
            if (!state.ended() && !setup.clock().now().isBefore(due())) {
                cancel(call);
            }
        }
    }

    /** A customer who still waits some time after the night goes home. */
    private Instant due() {
        return due.isAfter(setup.lastWait())
                        && state != ObservedCall.State.DRIVING
                        && !due.equals(Instant.MAX)
                ? setup.lastWait()
                : due;
    }

    private void see(String callId, ObservedCall view, Instant now) {
        ObservedCall.State before = state;
        state = view.state();
        if (state == before) {
            return;
        }
        observations.call(callId, state);
        switch (state) {
            case WAITING -> due = now.plus(plan.patience());
            case DRIVER_COMING ->
                    due =
                            now.plus(
                                    plan.cancelsOn(view.eta())
                                            ? plan.cancelAfter()
                                            : plan.latest(setup.parameters()));
            case DRIVER_THERE -> due = now.plus(plan.patience()).plus(plan.patience());
            case DRIVING -> {
                due = Instant.MAX;
                observations.pickedUp(callId, Duration.between(plan.call().requestedAt(), now));
            }
            case COMPLETED, CANCELLED, FAILED -> due = Instant.MAX;
        }
    }

    private void cancel(FollowedCall call) throws InterruptedException {
        switch (call.cancel()) {
            case CANCELLED -> {
                state = ObservedCall.State.CANCELLED;
                observations.call(call.callId(), state);
            }
            case TOO_LATE -> {
                due = Instant.MAX;
                call.read().ifPresent(view -> see(call.callId(), view, setup.clock().now()));
            }
            case NOT_NOW -> due = setup.clock().now().plus(setup.intervals().retry());
        }
    }
}
