package dev.supporters.simulation.engine;

import dev.supporters.dispatch.assignment.solver.WaitingPool;

import java.util.List;

/** One night under supporters' rules, from the first call to the last drop-off: events, one after the other. */
public final class SupporterNight {

    private static final double POOL_SECONDS = WaitingPool.PERIOD.toSeconds();
    private static final double MOVE_SECONDS = 15;

    private final NightState night;
    private final PolicyInForce policy;
    private final SupporterShifts shifts;
    private final SupporterCalls calls;
    private final SimulatedMoves moves;

    private SupporterNight(NightModel model, PolicyInForce policy, PastNights past) {
        this.policy = policy;
        night =
                new NightState(
                        model,
                        new SupporterDecisions(model, policy, past),
                        policy.usual(),
                        past.places());
        shifts = new SupporterShifts(night);
        calls = new SupporterCalls(night, past.places(), new SupporterDrives(night, shifts));
        moves = new SimulatedMoves(night, shifts);
    }

    public static SimulatedOutcome play(
            NightModel model, DispatchSettings settings, PastNights past) {
        return new SupporterNight(model, PolicyInForce.always(settings), past).play();
    }

    /** A night of an experiment. */
    public static SimulatedOutcome play(NightModel model, SwitchedPolicy policy, PastNights past) {
        return new SupporterNight(model, PolicyInForce.of(policy, model), past).play();
    }

    private SimulatedOutcome play() {
        night.zones.ifPresent(zones ->
                night.events.schedule(
                        0,
                        () ->
                                repeat(
                                        SimulatedZones.EVERY_SECONDS,
                                        () -> zones.plan(night.now(), night.observed))));
        for (SimulatedCall call : night.calls) {
            night.events.schedule(call.requestedAt(), () -> calls.request(call));
        }
        for (SimulatedSupporter supporter : night.supporters) {
            double begin = night.model.seconds(supporter.plan.begin());
            if (begin < night.model.windowEnd()) {
                night.events.schedule(begin, () -> shifts.begin(supporter));
            }
        }
        if (policy.usual().moves().isPresent()) {
            night.events.schedule(0, () -> repeat(MOVE_SECONDS, moves::plan));
        }
        night.events.schedule(POOL_SECONDS, () -> repeat(POOL_SECONDS, calls::assignWaiting));
        if (hasCheaters()) {
            night.events.schedule(
                    0,
                    () ->
                            repeat(
                                    NightFacts.EVERY_SECONDS,
                                    () -> night.facts.locate(night.supporters, night.now())));
        }
        night.events.schedule(night.model.windowEnd(), this::endWindow);
        night.events.run();
        return new SimulatedOutcome(
                night.model,
                night.calls,
                night.supporters.stream().map(supporter -> supporter.work).toList(),
                night.moves,
                hasCheaters() ? night.facts.nights(night.supporters) : List.of());
    }

    private boolean hasCheaters() {
        return night.model.parameters().cheaters().share() > 0;
    }

    private void repeat(double seconds, Runnable action) {
        action.run();
        if (night.now() + seconds < night.model.windowEnd()) {
            night.events.schedule(night.now() + seconds, () -> repeat(seconds, action));
        }
    }

    private void endWindow() {
        for (SimulatedCall call : List.copyOf(night.waiting)) {
            night.end(call, SimulatedCall.State.UNSERVED);
        }
        night.supporters.stream().filter(SimulatedSupporter::isIdle).forEach(shifts::end);
    }
}
