package dev.supporters.local.night;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.simulation.CommissionMind;
import dev.supporters.simulation.CommissionPlan;
import dev.supporters.simulation.Offer;
import dev.supporters.simulation.Point;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks at the legacy system's offers, takes one that pays, drives it, goes on. */
final class CommissionDriver implements Actor {

    private static final int POLLS_PER_LOCATION = 10;

    private final NightSetup setup;
    private final LegacyClient legacy;
    private final Observations observations;
    private final CommissionPlan plan;
    private final CommissionMind mind;
    private final Optional<JsonNode> resumed;

    private Way way;

    CommissionDriver(
            NightSetup setup,
            Doors doors,
            Observations observations,
            CommissionPlan plan,
            Optional<JsonNode> resumed) {
        this.setup = setup;
        this.legacy = doors.legacy();
        this.observations = observations;
        this.plan = plan;
        this.mind = new CommissionMind(plan, setup.night(), setup.parameters(), setup.seed());
        this.resumed = resumed;
        this.way = Way.standing(plan.start(), plan.begin());
    }

    @Override
    public String name() {
        return "commission driver " + plan.driverId();
    }

    @Override
    public void play() throws InterruptedException {
        setup.clock().sleepUntil(plan.begin());
        sleep(share(setup.pace().offers()));
        if (resumed.isPresent()) {
            resume(resumed.get());
        }
        for (int polls = 0; goesOn(); polls++) {
            if (way.moving(now()) || polls % POLLS_PER_LOCATION == 0) {
                legacy.location(plan.driverId(), way.at(now()), true);
            }
            if (mind.looks() && takesOffer()) {
                polls = -1;
            } else if (mind.isLost(setup.pace().offers())) {
                legacy.location(plan.driverId(), way.at(now()), false);
                sleep(mind.lostFor());
                polls = -1;
            }
            sleep(setup.pace().offers());
        }
        legacy.location(plan.driverId(), way.at(now()), false);
    }

    private boolean goesOn() {
        return now().isBefore(setup.night().end())
                || (observations.hasCustomers() && now().isBefore(setup.finishBy()));
    }

    private boolean takesOffer() throws InterruptedException {
        Point here = way.at(now());
        Optional<Offer> choice = mind.choice(legacy.offers(plan.driverId()), here, now());
        if (choice.isEmpty()
                || !legacy.step(choice.get().callId(), "take", plan.driverId()).done()) {
            return false;
        }
        way = Way.standing(here, now());
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
        go(offer.origin(), mind.withoutCar(way.at(now()), offer.origin(), now()));
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
            way = Way.lasting(offer.destination(), goal, now(), length);
        }
    }

    private void resume(JsonNode call) throws InterruptedException {
        Offer offer =
                new Offer(
                        call.path("call_id").asText(),
                        Json.point(call.path("origin")),
                        Json.point(call.path("destination")),
                        0);
        switch (CallStatus.ofLegacy(call.path("state").asText())) {
            case DRIVER_COMING -> drive(offer);
            case DRIVER_THERE -> board(offer);
            case DRIVING -> finish(offer);
            case WAITING, COMPLETED, CANCELLED, FAILED -> {}
        }
    }

    /** Goes on asking until there is an answer: false if the call is not the driver's any more. */
    private boolean insist(String callId, String step) throws InterruptedException {
        while (true) {
            LegacyClient.Answer answer = legacy.step(callId, step, plan.driverId());
            if (answer.status() != 0) {
                return answer.done();
            }
            sleep(setup.pace().retry());
        }
    }

    private void go(Point to, Duration length) throws InterruptedException {
        way = Way.lasting(way.at(now()), to, now(), length);
        setup.clock().sleepUntil(way.end());
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
