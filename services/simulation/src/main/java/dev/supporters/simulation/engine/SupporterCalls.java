package dev.supporters.simulation.engine;

import dev.supporters.contract.DriverId;
import dev.supporters.dispatch.assignment.solver.WaitingPool;
import dev.supporters.dispatch.forecast.DemandPlaces;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.RandomVariates;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Calls until a supporter has agreed to drive: they are asked for, offered, wait, or are given up. */
final class SupporterCalls {

    /** Its own, so that figures which were published can be made again whatever is usual. */
    private static final double VETO_SECONDS = 5;

    private static final double LEAST_ANSWER_SHARE = .1;
    private static final double MOST_ANSWER_SHARE = .7;
    private static final double SECONDS_PER_MINUTE = 60;

    private final NightState night;
    private final NightModel model;
    private final NightParameters parameters;
    private final DemandPlaces places;
    private final SupporterDrives drives;

    SupporterCalls(NightState night, DemandPlaces places, SupporterDrives drives) {
        this.night = night;
        this.model = night.model;
        this.parameters = night.model.parameters();
        this.places = places;
        this.drives = drives;
    }

    void request(SimulatedCall call) {
        double now = night.now();
        if (now >= 0) {
            night.observed.merge(places.cellOf(call.origin()), 1, Integer::sum);
        }
        if (night.isOver()) {
            call.become(SimulatedCall.State.UNSERVED, now);
            return;
        }
        if (night.isOutsideZones(call)) {
            call.leave(now);
            return;
        }
        night.waiting.add(call);
        double patience = NightModel.seconds(call.customer().patience());
        night.events.schedule(now + patience, () -> endWaiting(call, SimulatedCall.State.GAVE_UP));
        night.events.schedule(
                night.decisions.holdsUntil(call),
                () -> endWaiting(call, SimulatedCall.State.UNSERVED));
        night.locate();
        offerToFirst(call);
    }

    private void endWaiting(SimulatedCall call, SimulatedCall.State state) {
        if (call.isWaiting()) {
            night.end(call, state);
        }
    }

    private void offerToFirst(SimulatedCall call) {
        night.decisions
                .first(call, night.available, night.now())
                .ifPresent(first -> offer(call, first.driverId(), first.etaSeconds()));
    }

    /** All that wait, together or one by one. */
    void assignWaiting() {
        for (SimulatedCall call : List.copyOf(night.waiting)) {
            if (night.isOutsideZones(call)) {
                night.waiting.remove(call);
                call.leave(night.now());
            }
        }
        if (night.waiting.isEmpty()) {
            return;
        }
        night.locate();
        List<SimulatedCall> pooled = new ArrayList<>();
        for (SimulatedCall call : List.copyOf(night.waiting)) {
            if (night.decisions.pooled(call, night.now())) {
                pooled.add(call);
            } else {
                offerToFirst(call);
            }
        }
        for (WaitingPool.Pair pair : night.decisions.together(pooled, night, night.now())) {
            if (pair.candidate().stillDrives()) {
                continue;
            }
            offer(
                    night.calls.get(Integer.parseInt(pair.callId().value())),
                    pair.candidate().driverId(),
                    pair.candidate().etaSeconds());
        }
    }

    private void offer(SimulatedCall call, DriverId driver, double eta) {
        SimulatedSupporter supporter = night.supporter(driver);
        night.waiting.remove(call);
        call.become(SimulatedCall.State.GIVEN, night.now());
        supporter.waitNow = Double.POSITIVE_INFINITY;
        if (supporter.isIdle()) {
            supporter.call = call;
            supporter.state = SimulatedSupporter.State.COMMANDED;
        } else {
            call.chain();
            supporter.next = call;
            supporter.nextAgreed = false;
        }
        SplittableRandom random = model.draws("answer", supporter.number(), call.number());
        double beyond = Math.max(0, eta / SECONDS_PER_MINUTE - parameters.refusesFromMinutes());
        boolean honestlyRefuses =
                RandomVariates.happens(
                        random, parameters.refuses() + parameters.refusesPerMinute() * beyond);
        boolean refuses = honestlyRefuses || night.cheating.refuses(supporter, call);
        boolean byHand = RandomVariates.happens(random, parameters.acceptsByHand());
        double share = RandomVariates.between(random, LEAST_ANSWER_SHARE, MOST_ANSWER_SHARE);
        double answer = VETO_SECONDS * (refuses || byHand ? share : 1);
        night.events.schedule(
                night.now() + answer,
                () -> {
                    night.facts.answered(supporter, call, night.now(), refuses);
                    if (refuses) {
                        refuse(supporter, call);
                    } else {
                        drives.accept(supporter, call, eta);
                    }
                });
    }

    private void refuse(SimulatedSupporter supporter, SimulatedCall call) {
        call.refuse(supporter.number());
        call.become(afterRefusal(call), night.now());
        if (call.isWaiting()) {
            night.waiting.add(call);
        }
        drives.leave(supporter, call);
    }

    private SimulatedCall.State afterRefusal(SimulatedCall call) {
        double waited = night.now() - call.requestedAt();
        if (waited >= NightModel.seconds(call.customer().patience())) {
            return SimulatedCall.State.GAVE_UP;
        }
        return night.isOver() || night.now() >= night.decisions.holdsUntil(call)
                ? SimulatedCall.State.UNSERVED
                : SimulatedCall.State.WAITING;
    }
}
