package dev.supporters.simulation.broadcast;

import dev.supporters.contract.Position;
import dev.supporters.simulation.CityGeometry;
import dev.supporters.simulation.Cluster;
import dev.supporters.simulation.CommissionOffer;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.RandomVariates;
import dev.supporters.simulation.broadcast.BroadcastDriver.State;
import dev.supporters.simulation.engine.EventQueue;
import dev.supporters.simulation.engine.MoveCounts;
import dev.supporters.simulation.engine.NightModel;
import dev.supporters.simulation.engine.SimulatedCall;
import dev.supporters.simulation.engine.SimulatedOutcome;
import dev.supporters.simulation.engine.TravelLeg;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One night as it was before supporters: a call is shown to the commission drivers around, to more of them the longer it waits, and
 * whoever wants it takes it. There is no dispatch in it, only how people behave.
 */
public final class BroadcastNight {

    private static final double LEAST_TAP_SECONDS = 1;
    private static final double MOST_TAP_SECONDS = 6;

    private final NightModel model;
    private final NightParameters parameters;
    private final EventQueue events = new EventQueue();
    private final List<SimulatedCall> calls = new ArrayList<>();
    private final List<BroadcastDriver> drivers = new ArrayList<>();

    /** The calls that wait. */
    private final Set<SimulatedCall> open = new LinkedHashSet<>();

    private BroadcastNight(NightModel model) {
        this.model = model;
        this.parameters = model.parameters();
    }

    public static SimulatedOutcome play(NightModel model) {
        return new BroadcastNight(model).play();
    }

    private SimulatedOutcome play() {
        model.population()
                .customers()
                .forEach(customer -> {
                    SimulatedCall call =
                            new SimulatedCall(
                                    customer, model.seconds(customer.call().requestedAt()));
                    calls.add(call);
                    events.schedule(call.requestedAt(), () -> request(call));
                });
        model.population()
                .commissionDrivers()
                .forEach(plan -> {
                    BroadcastDriver driver = new BroadcastDriver(plan, model, model.seed());
                    drivers.add(driver);
                    double begin = Math.max(0, model.seconds(plan.begin()));
                    if (begin < model.windowEnd()) {
                        events.schedule(
                                begin,
                                () -> {
                                    driver.state = State.IDLE;
                                    driver.work.begin(begin);
                                });
                    }
                });
        events.schedule(0, this::look);
        events.schedule(model.windowEnd(), this::endWindow);
        events.run();
        return new SimulatedOutcome(
                model,
                calls,
                drivers.stream().map(driver -> driver.work).toList(),
                new MoveCounts(),
                List.of());
    }

    private void request(SimulatedCall call) {
        double now = events.now();
        if (now >= model.windowEnd()) {
            call.become(SimulatedCall.State.UNSERVED, now);
            return;
        }
        open.add(call);
        double patience = NightModel.seconds(call.customer().patience());
        events.schedule(now + patience, () -> end(call, SimulatedCall.State.GAVE_UP));
    }

    private void end(SimulatedCall call, SimulatedCall.State state) {
        if (call.isWaiting()) {
            open.remove(call);
            call.become(state, events.now());
        }
    }

    /** Everybody who is idle sees what is new around. */
    private void look() {
        double now = events.now();
        for (BroadcastDriver driver : drivers) {
            if (driver.isIdle()) {
                look(driver);
            }
        }
        if (now + parameters.broadcastLookSeconds() < model.windowEnd()) {
            events.schedule(now + parameters.broadcastLookSeconds(), this::look);
        }
    }

    private void look(BroadcastDriver driver) {
        double now = events.now();
        if (driver.behaviour.isLost(
                Duration.ofMillis((long) (parameters.broadcastLookSeconds() * 1000)))) {
            lose(driver);
            return;
        }
        Position here = driver.position(now);
        double east = model.east(here);
        double north = model.north(here);
        Map<String, SimulatedCall> seen = new HashMap<>();
        List<CommissionOffer> offers = new ArrayList<>();
        for (SimulatedCall call : open) {
            double x = model.east(call.origin()) - east;
            double y = model.north(call.origin()) - north;
            double radius = parameters.broadcastRadius(now - call.requestedAt());
            if (x * x + y * y <= radius * radius) {
                seen.put(call.id().value(), call);
                offers.add(
                        new CommissionOffer(
                                call.id().value(),
                                call.origin(),
                                call.destination(),
                                call.customer().call().fare()));
            }
        }
        if (!offers.isEmpty() && driver.behaviour.looks()) {
            driver.behaviour
                    .choice(offers, here, this::nearestHotSpot, model.instant(now))
                    .ifPresent(offer -> tap(driver, seen.get(offer.callId())));
        }
    }

    private Position nearestHotSpot(Position from) {
        Position nearest = from;
        double least = Double.POSITIVE_INFINITY;
        for (Cluster spot : model.night().hotSpots()) {
            double km = CityGeometry.km(from, spot.center());
            if (km < least) {
                least = km;
                nearest = spot.center();
            }
        }
        return nearest;
    }

    private void tap(BroadcastDriver driver, SimulatedCall call) {
        driver.state = State.TAPPING;
        double reaction =
                RandomVariates.between(
                        model.draws("tap", driver.number(), call.number()),
                        LEAST_TAP_SECONDS,
                        MOST_TAP_SECONDS);
        events.schedule(events.now() + reaction, () -> take(driver, call));
    }

    private void take(BroadcastDriver driver, SimulatedCall call) {
        double now = events.now();
        if (!call.isWaiting()) { // somebody was faster
            driver.state = State.IDLE;
            endIfLate(driver);
            return;
        }
        open.remove(call);
        Position here = driver.position(now);
        double eta = model.expectedWithoutCar(here, call.origin(), now);
        call.accept(eta);
        call.become(SimulatedCall.State.GIVEN, now);
        driver.call = call;
        driver.state = State.PICKING_UP;
        double seconds =
                model.withoutCar(
                        here,
                        call.origin(),
                        now,
                        model.draws("pickup", driver.number(), call.number()));
        driver.leg = new TravelLeg(here, call.origin(), now, now + seconds);
        int turn = ++driver.turn;
        events.schedule(now + seconds, () -> pickUp(driver, turn));
        events.schedule(now + patience(driver, call, eta), () -> cancel(driver, call));
    }

    private double patience(BroadcastDriver driver, SimulatedCall call, double eta) {
        double acceptable = NightModel.seconds(call.customer().acceptableEta());
        double changesMind = NightModel.seconds(call.customer().cancelAfter());
        boolean cancels =
                call.customer().cancelsAnyway() || eta > acceptable || driver.behaviour.drops();
        return cancels ? changesMind : acceptable * parameters.lateFactor();
    }

    private void cancel(BroadcastDriver driver, SimulatedCall call) {
        if (call.state() == SimulatedCall.State.GIVEN) {
            call.become(SimulatedCall.State.CANCELLED, events.now());
            release(driver);
        }
    }

    private void pickUp(BroadcastDriver driver, int turn) {
        if (driver.turn != turn) {
            return;
        }
        double now = events.now();
        SimulatedCall call = driver.call;
        call.become(SimulatedCall.State.DRIVING, now);
        driver.state = State.DRIVING;
        double seconds =
                model.drive(
                        call.origin(), call.destination(), model.draws("drive", 0, call.number()));
        events.schedule(now + seconds, () -> complete(driver));
    }

    private void complete(BroadcastDriver driver) {
        double now = events.now();
        driver.call.become(SimulatedCall.State.COMPLETED, now);
        driver.work.trip();
        driver.leg = TravelLeg.standing(driver.call.destination(), now);
        release(driver);
        if (driver.isIdle() && driver.behaviour.returnsByHimself()) {
            Position here = driver.position(now);
            Position goal = driver.behaviour.hotSpot(here);
            double seconds =
                    NightModel.seconds(driver.behaviour.withoutCar(here, goal, model.instant(now)));
            driver.leg = new TravelLeg(here, goal, now, now + seconds);
        }
    }

    private void release(BroadcastDriver driver) {
        double now = events.now();
        driver.leg = TravelLeg.standing(driver.position(now), now);
        driver.call = null;
        driver.turn++;
        driver.state = State.IDLE;
        endIfLate(driver);
    }

    private void lose(BroadcastDriver driver) {
        double now = events.now();
        double back =
                Math.min(model.windowEnd(), now + NightModel.seconds(driver.behaviour.lostFor()));
        driver.state = State.LOST;
        driver.work.rest(back - now);
        events.schedule(back, () -> release(driver));
    }

    private void endIfLate(BroadcastDriver driver) {
        if (events.now() >= model.windowEnd()) {
            driver.state = State.OFF;
            driver.work.end(events.now());
        }
    }

    private void endWindow() {
        for (SimulatedCall call : List.copyOf(open)) {
            end(call, SimulatedCall.State.UNSERVED);
        }
        drivers.stream().filter(BroadcastDriver::isIdle).forEach(this::endIfLate);
    }
}
