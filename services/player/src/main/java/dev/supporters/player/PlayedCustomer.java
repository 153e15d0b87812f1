package dev.supporters.player;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.player.client.GraphQlAnswer;
import dev.supporters.player.client.GraphQlOperation;
import dev.supporters.player.client.LegacyAppClient;
import dev.supporters.player.client.NoAnswerException;
import dev.supporters.player.client.SystemClients;
import dev.supporters.simulation.CustomerPlan;
import dev.supporters.simulation.RandomStreams;
import dev.supporters.simulation.RandomVariates;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Requests a call, waits, loses patience, cancels, is driven. */
final class PlayedCustomer implements PlayedPerson {

    private static final Duration FIRST_LIMIT = Duration.ofSeconds(3);
    private static final Duration LAST_LIMIT = Duration.ofSeconds(60);
    private static final int LEGACY_NUMBERS_PER_DAY = 100_000;

    /** How many of a hundred customers who give stars give so many. */
    private static final Map<Integer, Integer> OF_A_HUNDRED =
            Map.of(5, 60, 4, 25, 3, 9, 2, 4, 1, 2);

    private static final List<Integer> STARS = List.of(5, 4, 3, 2, 1);

    private final NightSetup setup;
    private final SystemClients clients;
    private final Observations observations;
    private final CustomerPhones phones;
    private final CustomerPlan plan;
    private final Optional<OpenCalls.OpenCall> resumed;

    private ObservedCall.State state = ObservedCall.State.WAITING;

    /** When the customer cancels if nothing happens. */
    private Instant due;

    /** From then on the customer goes by the answers. */
    private boolean hasTriedToCancel;

    PlayedCustomer(
            NightSetup setup,
            SystemClients clients,
            Observations observations,
            CustomerPhones phones,
            CustomerPlan plan,
            Optional<OpenCalls.OpenCall> resumed) {
        this.setup = setup;
        this.clients = clients;
        this.observations = observations;
        this.phones = phones;
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
            rate(call);
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
            Instant next = earlier(silence, due(call));
            if (mayBePhoned()) {
                next = earlier(next, setup.clock().now().plus(setup.intervals().polls()));
            }
            Optional<ObservedCall> view = call.await(setup.clock().realUntil(next));
            if (view.isEmpty() && !setup.clock().now().isBefore(silence)) {
                view = call.read();
                silence = setup.clock().now().plus(setup.intervals().customersSilence());
            }
            if (view.isPresent()) {
                silence = setup.clock().now().plus(setup.intervals().customersSilence());
                see(call.callId(), view.get(), setup.clock().now());
            }
            if (!state.ended() && !setup.clock().now().isBefore(due(call))) {
                cancel(call);
            }
        }
    }

    /** Only cheaters phone; without any, nobody waits for that. */
    private boolean mayBePhoned() {
        return setup.parameters().cheaters().share() > 0
                && (state == ObservedCall.State.DRIVER_COMING
                        || state == ObservedCall.State.DRIVER_THERE);
    }

    /** A customer who still waits some time after the night goes home; one whom the driver has phoned cancels. */
    private Instant due(FollowedCall call) {
        boolean goesHome =
                due.isAfter(setup.lastWait())
                        && state != ObservedCall.State.DRIVING
                        && !due.equals(Instant.MAX);
        Instant own = goesHome ? setup.lastWait() : due;
        return mayBePhoned() && !hasTriedToCancel
                ? phones.cancelsAt(call.callId()).map(at -> earlier(at, own)).orElse(own)
                : own;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Some give stars when they are at home. */
    private void rate(FollowedCall call) throws InterruptedException {
        SplittableRandom random = new RandomStreams(setup.seed()).of("rating", plan.number());
        boolean rates = RandomVariates.happens(random, setup.parameters().rates());
        int stars = RandomVariates.weighted(random, STARS, OF_A_HUNDRED::get);
        if (rates && state == ObservedCall.State.COMPLETED) {
            call.rate(stars);
        }
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
        hasTriedToCancel = true;
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
