package dev.supporters.player;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.contract.Position;
import dev.supporters.player.client.JsonNodes;
import dev.supporters.player.client.LegacyAppClient;
import dev.supporters.player.client.SystemClients;
import dev.supporters.simulation.CommissionBehaviour;
import dev.supporters.simulation.CommissionOffer;
import dev.supporters.simulation.CommissionPlan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks at the legacy system's offers, takes one that pays, drives it, goes on. */
final class PlayedCommissionDriver implements PlayedPerson {

    private static final int POLLS_PER_LOCATION = 10;

    private final NightSetup setup;
    private final LegacyAppClient legacy;
    private final Observations observations;
    private final CommissionPlan plan;
    private final CommissionBehaviour behaviour;
    private final Optional<JsonNode> resumed;

    private Leg leg;

    PlayedCommissionDriver(
            NightSetup setup,
            SystemClients clients,
            Observations observations,
            CommissionPlan plan,
            Optional<JsonNode> resumed) {
        this.setup = setup;
        this.legacy = clients.legacy();
        this.observations = observations;
        this.plan = plan;
        this.behaviour =
                new CommissionBehaviour(plan, setup.night(), setup.parameters(), setup.seed());
        this.resumed = resumed;
        this.leg = Leg.standing(plan.start(), plan.begin());
    }

    @Override
    public String name() {
        return "commission driver " + plan.driverId();
    }

    @Override
    public void play() throws InterruptedException {
        setup.clock().sleepUntil(plan.begin());
        sleep(share(setup.intervals().offers()));
        if (resumed.isPresent()) {
            resume(resumed.get());
        }
        for (int polls = 0; goesOn(); polls++) {
            if (leg.moving(now()) || polls % POLLS_PER_LOCATION == 0) {
                legacy.location(plan.driverId(), leg.at(now()), true);
            }
            if (behaviour.looks() && takesOffer()) {
                polls = -1;
            } else if (behaviour.isLost(setup.intervals().offers())) {
                legacy.location(plan.driverId(), leg.at(now()), false);
                sleep(behaviour.lostFor());
                polls = -1;
            }
            sleep(setup.intervals().offers());
        }
        legacy.location(plan.driverId(), leg.at(now()), false);
    }

    private boolean goesOn() {
        return now().isBefore(setup.night().end())
                || (observations.hasCustomers() && now().isBefore(setup.finishBy()));
    }

    private boolean takesOffer() throws InterruptedException {
        Position here = leg.at(now());
        Optional<CommissionOffer> choice =
                behaviour.choice(legacy.offers(plan.driverId()), here, now());
        if (choice.isEmpty()
                || !legacy.step(choice.get().callId(), "take", plan.driverId()).done()) {
            return false;
        }
        leg = Leg.standing(here, now());
        CommissionOffer offer = choice.get();
        if (behaviour.drops()) {
            sleep(share(Duration.ofMinutes(2)));
            insist(offer.callId(), "drop");
            return true;
        }
        drive(offer);
        return true;
    }

    private void drive(CommissionOffer offer) throws InterruptedException {
        go(offer.origin(), behaviour.withoutCar(leg.at(now()), offer.origin(), now()));
        if (insist(offer.callId(), "arrive")) {
            sleep(behaviour.boarding());
            board(offer);
        }
    }

    private void board(CommissionOffer offer) throws InterruptedException {
        if (insist(offer.callId(), "pick_up")) {
            finish(offer);
        }
    }

    private void finish(CommissionOffer offer) throws InterruptedException {
        go(offer.destination(), behaviour.byCar(offer.origin(), offer.destination()));
        insist(offer.callId(), "complete");
        if (behaviour.returnsByHimself()) {
            Position goal = behaviour.hotSpot(offer.destination());
            Duration length = behaviour.withoutCar(offer.destination(), goal, now());
            leg = Leg.lasting(offer.destination(), goal, now(), length);
        }
    }

    private void resume(JsonNode call) throws InterruptedException {
        CommissionOffer offer =
                new CommissionOffer(
                        call.path("call_id").asText(),
                        JsonNodes.point(call.path("origin")),
                        JsonNodes.point(call.path("destination")),
                        0);
        switch (ObservedCall.State.ofLegacy(call.path("state").asText())) {
            case DRIVER_COMING -> drive(offer);
            case DRIVER_THERE -> board(offer);
            case DRIVING -> finish(offer);
            case WAITING, COMPLETED, CANCELLED, FAILED -> {}
        }
    }

    /** Asks until there is an answer: false if the call is not the driver's any more. */
    private boolean insist(String callId, String step) throws InterruptedException {
        while (true) {
            LegacyAppClient.Answer answer = legacy.step(callId, step, plan.driverId());
            if (answer.status() != 0) {
                return answer.done();
            }
            sleep(setup.intervals().retry());
        }
    }

    private void go(Position to, Duration length) throws InterruptedException {
        leg = Leg.lasting(leg.at(now()), to, now(), length);
        setup.clock().sleepUntil(leg.end());
    }

    private Duration share(Duration whole) {
        return Duration.ofMillis(Math.round(whole.toMillis() * behaviour.share()));
    }

    private void sleep(Duration length) throws InterruptedException {
        setup.clock().sleepUntil(now().plus(length));
    }

    private Instant now() {
        return setup.clock().now();
    }
}
