package dev.supporters.player;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.player.client.JsonNodes;
import dev.supporters.player.client.LegacyAppClient;
import dev.supporters.player.client.SystemClients;
import dev.supporters.simulation.CommissionMind;
import dev.supporters.simulation.CommissionPlan;
import dev.supporters.simulation.Offer;
import dev.supporters.simulation.Point;

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
    private final CommissionMind mind;
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
        this.mind = new CommissionMind(plan, setup.night(), setup.parameters(), setup.seed());
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
            if (mind.looks() && takesOffer()) {
                polls = -1;
            } else if (mind.isLost(setup.intervals().offers())) {
                legacy.location(plan.driverId(), leg.at(now()), false);
                sleep(mind.lostFor());
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
        Point here = leg.at(now());
        Optional<Offer> choice = mind.choice(legacy.offers(plan.driverId()), here, now());
        if (choice.isEmpty()
                || !legacy.step(choice.get().callId(), "take", plan.driverId()).done()) {
            return false;
        }
        leg = Leg.standing(here, now());
        Offer offer = choice.get();
        if (mind.drops()) {
            sleep(share(Duration.ofMinutes(2)));
            insist(offer.callId(), "drop");
            return true;
        }
        drive(offer);
        return true;
    }

    private void drive(Offer offer) throws InterruptedException {
        go(offer.origin(), mind.withoutCar(leg.at(now()), offer.origin(), now()));
        if (insist(offer.callId(), "arrive")) {
            sleep(mind.boarding());
            board(offer);
        }
    }

    private void board(Offer offer) throws InterruptedException {
        if (insist(offer.callId(), "pick_up")) {
            finish(offer);
        }
    }

    private void finish(Offer offer) throws InterruptedException {
        go(offer.destination(), mind.byCar(offer.origin(), offer.destination()));
        insist(offer.callId(), "complete");
        if (mind.returnsByHimself()) {
            Point goal = mind.hotSpot(offer.destination());
            Duration length = mind.withoutCar(offer.destination(), goal, now());
            leg = Leg.lasting(offer.destination(), goal, now(), length);
        }
    }

    private void resume(JsonNode call) throws InterruptedException {
        Offer offer =
                new Offer(
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

    private void go(Point to, Duration length) throws InterruptedException {
        leg = Leg.lasting(leg.at(now()), to, now(), length);
        setup.clock().sleepUntil(leg.end());
    }

    private Duration share(Duration whole) {
        return Duration.ofMillis(Math.round(whole.toMillis() * mind.share()));
    }

    private void sleep(Duration length) throws InterruptedException {
        setup.clock().sleepUntil(now().plus(length));
    }

    private Instant now() {
        return setup.clock().now();
    }
}
