package dev.supporters.simulation.engine;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.dispatch.assignment.solver.WaitingPool;
import dev.supporters.dispatch.forecast.DemandPlaces;
import dev.supporters.dispatch.move.MovePlan;
import dev.supporters.simulation.Cluster;
import dev.supporters.simulation.CityGeometry;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.RandomVariates;
import dev.supporters.simulation.engine.SimulatedSupporter.State;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** One night under supporters' rules, from the first call to the last drop-off: events, one after the other. */
public final class SupporterNight {

    private static final double POOL_SECONDS = WaitingPool.PERIOD.toSeconds();
    private static final double MOVE_SECONDS = 15;
    private static final double VETO_SECONDS = 5;
    private static final double SELF_RETURN_KM = 3;

    private final NightModel model;
    private final NightParameters parameters;
    private final DispatchSettings settings;
    private final SupporterDecisions decisions;
    private final DemandPlaces places;
    private final EventQueue events = new EventQueue();
    private final List<SimulatedCall> calls = new ArrayList<>();
    private final List<SimulatedSupporter> supporters = new ArrayList<>();
    private final Map<DriverId, SimulatedSupporter> byId = new HashMap<>();
    private final LinkedHashSet<SimulatedCall> waiting = new LinkedHashSet<>();
    private final Map<Long, Integer> observed = new HashMap<>();
    private final MoveCounts moves = new MoveCounts();

    private SupporterNight(NightModel model, DispatchSettings settings, PastNights past) {
        this.model = model;
        this.parameters = model.parameters();
        this.settings = settings;
        this.places = past.places();
        this.decisions = new SupporterDecisions(model, settings, past);
    }

    public static NightOutcome play(
            NightModel model, DispatchSettings settings, PastNights past) {
        return new SupporterNight(model, settings, past).play();
    }

    private NightOutcome play() {
        model.population().customers().forEach(customer -> {
            SimulatedCall call =
                    new SimulatedCall(customer, model.seconds(customer.call().requestedAt()));
            calls.add(call);
            events.schedule(call.requestedAt(), () -> request(call));
        });
        model.population().supporters().forEach(plan -> {
            SimulatedSupporter supporter = new SimulatedSupporter(plan, model);
            double begin = model.seconds(plan.begin());
            supporters.add(supporter);
            byId.put(supporter.id, supporter);
            if (begin < model.windowEnd()) {
                events.schedule(begin, () -> begin(supporter));
            }
        });
        if (settings.moves().isPresent()) {
            events.schedule(0, this::planMoves);
        }
        events.schedule(POOL_SECONDS, this::solve);
        events.schedule(model.windowEnd(), this::endWindow);
        events.run();
        return new NightOutcome(
                model, calls, supporters.stream().map(supporter -> supporter.work).toList(), moves);
    }

    // calls

    private void request(SimulatedCall call) {
        double now = events.now();
        if (now >= 0) {
            observed.merge(places.cellOf(call.origin()), 1, Integer::sum);
        }
        if (now >= model.windowEnd()) {
            call.become(SimulatedCall.State.UNSERVED, now);
            return;
        }
        waiting.add(call);
        events.schedule(
                now + NightModel.seconds(call.customer().patience()), () -> giveUp(call));
        locate();
        events.schedule(decisions.holdsUntil(call), () -> endHold(call));
        decisions
                .first(call, supporters, now)
                .ifPresent(first -> offer(call, first.driverId(), first.etaSeconds()));
    }

    /** Supporters do not get it any longer. */
    private void endHold(SimulatedCall call) {
        if (call.isWaiting()) {
            end(call, SimulatedCall.State.UNSERVED);
        }
    }

    private void giveUp(SimulatedCall call) {
        if (call.isWaiting()) {
            end(call, SimulatedCall.State.GAVE_UP);
        }
    }

    private void end(SimulatedCall call, SimulatedCall.State state) {
        waiting.remove(call);
        call.become(state, events.now());
    }

    private boolean hasGivenUp(SimulatedCall call) {
        return events.now()
                >= call.requestedAt() + NightModel.seconds(call.customer().patience());
    }

    // assignment

    private void locate() {
        double now = events.now();
        for (SimulatedSupporter supporter : supporters) {
            Position where =
                    switch (supporter.state) {
                        case IDLE -> supporter.position(now);
                        case DRIVING, PICKING_UP -> supporter.call.destination();
                        case OFF, RESTING, COMMANDED -> null;
                    };
            if (where != null) {
                supporter.eastNow = model.east(where);
                supporter.northNow = model.north(where);
            }
        }
    }

    private void solve() {
        double now = events.now();
        if (!waiting.isEmpty()) {
            locate();
            if (settings.pooled()) {
                solveTogether();
            } else {
                solveOneByOne();
            }
        }
        if (now + POOL_SECONDS < model.windowEnd()) {
            events.schedule(now + POOL_SECONDS, this::solve);
        }
    }

    private void solveOneByOne() {
        for (SimulatedCall call : List.copyOf(waiting)) {
            decisions
                    .first(call, supporters, events.now())
                    .ifPresent(first -> offer(call, first.driverId(), first.etaSeconds()));
        }
    }

    private void solveTogether() {
        for (WaitingPool.Pair pair : decisions.together(waiting, supporters, events.now())) {
            offer(
                    calls.get(Integer.parseInt(pair.callId().value())),
                    pair.candidate().driverId(),
                    pair.candidate().etaSeconds());
        }
    }

    private void offer(SimulatedCall call, DriverId driver, double eta) {
        SimulatedSupporter supporter = byId.get(driver);
        waiting.remove(call);
        call.become(SimulatedCall.State.GIVEN, events.now());
        SplittableRandom random = model.draws("answer", supporter.number(), call.number());
        double beyond = Math.max(0, eta / 60 - parameters.refusesFromMinutes());
        boolean refuses =
                RandomVariates.happens(
                        random, parameters.refuses() + parameters.refusesPerMinute() * beyond);
        boolean byHand = RandomVariates.happens(random, parameters.acceptsByHand());
        double share = RandomVariates.between(random, .1, .7);
        double answer = VETO_SECONDS * (refuses || byHand ? share : 1);
        boolean later = !supporter.isIdle();
        if (later) {
            supporter.next = call;
            supporter.nextAgreed = false;
        } else {
            supporter.call = call;
            supporter.state = State.COMMANDED;
        }
        events.schedule(
                events.now() + answer,
                () -> {
                    if (refuses) {
                        refuse(supporter, call);
                    } else {
                        accept(supporter, call, eta);
                    }
                });
    }

    private void refuse(SimulatedSupporter supporter, SimulatedCall call) {
        call.refuse(supporter.number());
        if (hasGivenUp(call)) {
            call.become(SimulatedCall.State.GAVE_UP, events.now());
        } else if (events.now() >= model.windowEnd()) {
            call.become(SimulatedCall.State.UNSERVED, events.now());
        } else {
            call.become(SimulatedCall.State.WAITING, events.now());
            waiting.add(call);
        }
        if (supporter.next == call) {
            supporter.next = null;
        } else {
            release(supporter);
        }
    }

    private void accept(SimulatedSupporter supporter, SimulatedCall call, double eta) {
        double now = events.now();
        call.accept(eta);
        double acceptable = NightModel.seconds(call.customer().acceptableEta());
        boolean cancels = call.customer().cancelsAnyway() || eta > acceptable;
        double patience =
                cancels
                        ? NightModel.seconds(call.customer().cancelAfter())
                        : acceptable * parameters.lateFactor();
        events.schedule(now + patience, () -> cancel(supporter, call));
        if (supporter.call == call) {
            setOut(supporter);
        } else if (supporter.next == call) {
            supporter.nextAgreed = true;
            if (supporter.state == State.IDLE || supporter.call == null) {
                throw new IllegalStateException("a chained call without a drive before it");
            }
        }
    }

    private void cancel(SimulatedSupporter supporter, SimulatedCall call) {
        if (call.state() != SimulatedCall.State.GIVEN) {
            return;
        }
        call.become(SimulatedCall.State.CANCELLED, events.now());
        if (supporter.next == call) {
            supporter.next = null;
        } else {
            release(supporter);
        }
    }

    // drives

    private void setOut(SimulatedSupporter supporter) {
        double now = events.now();
        SimulatedCall call = supporter.call;
        Position here = supporter.position(now);
        SplittableRandom random = model.draws("pickup", supporter.number(), call.number());
        double seconds = model.withoutCar(here, call.origin(), now, random);
        supporter.state = State.PICKING_UP;
        supporter.moving = false;
        supporter.leg = new TravelLeg(here, call.origin(), now, now + seconds);
        supporter.expectedFreeAt =
                now
                        + decisions.travelSeconds(here, call.origin(), now)
                        + model.expectedDrive(call.origin(), call.destination());
        int turn = ++supporter.turn;
        events.schedule(
                now + seconds,
                () -> {
                    if (supporter.turn == turn) {
                        pickUp(supporter);
                    }
                });
    }

    private void pickUp(SimulatedSupporter supporter) {
        double now = events.now();
        SimulatedCall call = supporter.call;
        call.become(SimulatedCall.State.DRIVING, now);
        supporter.state = State.DRIVING;
        supporter.expectedFreeAt = now + model.expectedDrive(call.origin(), call.destination());
        SplittableRandom random = model.draws("drive", 0, call.number());
        double seconds = model.drive(call.origin(), call.destination(), random);
        events.schedule(now + seconds, () -> complete(supporter));
    }

    private void complete(SimulatedSupporter supporter) {
        double now = events.now();
        SimulatedCall done = supporter.call;
        done.become(SimulatedCall.State.COMPLETED, now);
        supporter.work.trip();
        supporter.leg = TravelLeg.standing(done.destination(), now);
        supporter.call = supporter.next;
        supporter.next = null;
        if (supporter.call == null) {
            release(supporter);
            walkBack(supporter);
        } else if (supporter.nextAgreed) {
            setOut(supporter);
        } else {
            supporter.state = State.COMMANDED;
        }
    }

    /** Free again, where he is now. */
    private void release(SimulatedSupporter supporter) {
        double now = events.now();
        supporter.leg = TravelLeg.standing(supporter.position(now), now);
        supporter.call = null;
        supporter.moving = false;
        supporter.state = State.IDLE;
        supporter.turn++;
        if (now >= model.windowEnd()) {
            end(supporter);
        } else if (supporter.isRestDue(now)) {
            rest(supporter);
        }
    }

    private void walkBack(SimulatedSupporter supporter) {
        if (!supporter.isIdle()) {
            return;
        }
        SplittableRandom random = model.draws("spell", supporter.number(), supporter.spells++);
        if (RandomVariates.happens(random, parameters.walksBack())) {
            Position here = supporter.position(events.now());
            Cluster spot =
                    RandomVariates.weighted(
                            random,
                            model.night().hotSpots(),
                            s ->
                                    s.weight()
                                            * Math.exp(
                                                    -CityGeometry.km(here, s.center())
                                                            / SELF_RETURN_KM));
            walk(
                    supporter,
                    model.night().region().nearest(RandomVariates.of(random, spot)),
                    random);
        }
    }

    private void walk(SimulatedSupporter supporter, Position goal, SplittableRandom random) {
        double now = events.now();
        Position here = supporter.position(now);
        supporter.leg =
                new TravelLeg(here, goal, now, now + model.withoutCar(here, goal, now, random));
    }

    // shifts

    private void begin(SimulatedSupporter supporter) {
        supporter.state = State.IDLE;
        supporter.work.begin(events.now());
        if (supporter.restsTonight) {
            events.schedule(supporter.restDueAt, () -> restIfDue(supporter));
        }
    }

    private void restIfDue(SimulatedSupporter supporter) {
        if (supporter.isIdle() && supporter.isRestDue(events.now())) {
            rest(supporter);
        }
    }

    private void rest(SimulatedSupporter supporter) {
        double now = events.now();
        double end = Math.min(now + supporter.restSeconds, model.windowEnd());
        supporter.leg = TravelLeg.standing(supporter.position(now), now);
        supporter.moving = false;
        supporter.state = State.RESTING;
        supporter.restOpen = false;
        supporter.restDueAt = Double.POSITIVE_INFINITY;
        supporter.work.rest(end - now);
        events.schedule(end, () -> release(supporter));
    }

    private void endWindow() {
        for (SimulatedCall call : List.copyOf(waiting)) {
            end(call, SimulatedCall.State.UNSERVED);
        }
        for (SimulatedSupporter supporter : supporters) {
            if (supporter.isIdle()) {
                end(supporter);
            }
        }
    }

    private void end(SimulatedSupporter supporter) {
        supporter.state = State.OFF;
        supporter.work.end(events.now());
    }

    // moves

    private void planMoves() {
        double now = events.now();
        MovePlan plan = decisions.plan(supporters, observed, now);
        plan.restAdvice().forEach(driver -> adviseRest(byId.get(driver)));
        plan.proposals().forEach(move -> propose(byId.get(move.driver()), move));
        if (now + MOVE_SECONDS < model.windowEnd()) {
            events.schedule(now + MOVE_SECONDS, this::planMoves);
        }
    }

    private void adviseRest(SimulatedSupporter supporter) {
        supporter.restOpen = false;
        moves.restAdvice();
        SplittableRandom random = model.draws("rest-advice", supporter.number(), 0);
        if (supporter.restsTonight
                && RandomVariates.happens(random, parameters.followsRestAdvice())) {
            moves.restFollowed();
            rest(supporter);
        }
    }

    private void propose(SimulatedSupporter supporter, MovePlan.Proposal move) {
        double now = events.now();
        moves.proposed();
        SplittableRandom random =
                model.draws("move", supporter.number(), supporter.movesAsked++);
        if (!RandomVariates.happens(random, parameters.followsMove())) {
            supporter.declinedMoveAt = now;
            moves.declined();
            return;
        }
        supporter.askedToMoveAt = now;
        walk(supporter, move.target(), random);
        supporter.moving = true;
        supporter.expectedArrival = now + move.seconds();
        int turn = ++supporter.turn;
        events.schedule(
                supporter.leg.end(),
                () -> {
                    if (supporter.turn == turn && supporter.isIdle()) {
                        supporter.moving = false;
                        moves.arrived();
                    }
                });
    }
}
