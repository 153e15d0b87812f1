package dev.supporters.simulation.engine;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.dispatch.assignment.CandidateChoice;
import dev.supporters.dispatch.assignment.solver.WaitingPool;
import dev.supporters.dispatch.move.MovePlan;
import dev.supporters.dispatch.move.MovePlanner;
import dev.supporters.dispatch.move.MoveSettings;
import dev.supporters.dispatch.move.MoveTick;
import dev.supporters.dispatch.move.TravelTable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Asks the decision classes of services/dispatch. Nothing is decided here: this turns the state of a simulated night into their inputs.
 */
final class SupporterDecisions {

    private final NightModel model;
    private final DispatchSettings settings;
    private final DoubleUnaryOperator keepProbability;
    private final MovePlanner planner;
    private final TravelTable early;
    private final TravelTable late;

    SupporterDecisions(NightModel model, DispatchSettings settings, PastNights past) {
        this.model = model;
        this.settings = settings;
        this.keepProbability = past.keepProbability();
        var travel = model.believedTravel();
        this.planner =
                new MovePlanner(
                        past.places(),
                        travel,
                        settings.moves().orElse(MoveSettings.STANDARD),
                        settings.rests());
        this.early = new TravelTable(travel, false);
        this.late = new TravelTable(travel, true);
    }

    /** Who could take a call now, and in how many seconds he would be there. */
    record Reachable(SimulatedSupporter supporter, double etaSeconds) {}

    /** Free supporters within the call's longest pickup, and those who are free soon if they may be chained. */
    List<Reachable> reachable(
            SimulatedCall call, List<SimulatedSupporter> supporters, double now) {
        Duration longest =
                settings.cap()
                        .at(
                                duration(now - call.requestedAt()),
                                duration(model.windowEnd() - now));
        double most = NightModel.seconds(longest);
        TravelTable travel = model.afterMidnight(now) ? late : early;
        double east = model.east(call.origin());
        double north = model.north(call.origin());
        List<Reachable> found = new ArrayList<>();
        for (SimulatedSupporter supporter : supporters) {
            double wait = waitFor(supporter, now);
            if (wait <= most && !call.isRefusedBy(supporter.number())) {
                double x = supporter.eastNow - east;
                double y = supporter.northNow - north;
                double eta = wait + travel.seconds(Math.sqrt(x * x + y * y));
                if (eta <= most) {
                    found.add(new Reachable(supporter, eta));
                }
            }
        }
        return found;
    }

    private double waitFor(SimulatedSupporter supporter, double now) {
        if (supporter.isIdle()) {
            return 0;
        }
        if (!supporter.mayBeAskedForNext()) {
            return Double.POSITIVE_INFINITY;
        }
        double wait = Math.max(0, supporter.expectedFreeAt - now);
        return settings.chaining().allows(duration(wait), false, supporter.isRestDue(now))
                ? wait
                : Double.POSITIVE_INFINITY;
    }

    Optional<Reachable> best(List<Reachable> reachable) {
        List<CandidateChoice.Option> options =
                reachable.stream()
                        .map(one ->
                                new CandidateChoice.Option(
                                        one.supporter().id,
                                        one.etaSeconds(),
                                        keepProbability.applyAsDouble(one.etaSeconds()),
                                        false))
                        .toList();
        return CandidateChoice.ranked(options, Duration.ofDays(1)).stream()
                .findFirst()
                .map(option -> find(reachable, option.driver()));
    }

    /** What each of the waiting calls gets, if they are assigned together. */
    List<WaitingPool.Pair> together(List<WaitingPool.HeldCall> held) {
        return WaitingPool.assign(held);
    }

    WaitingPool.HeldCall held(SimulatedCall call, List<Reachable> reachable, double now) {
        return new WaitingPool.HeldCall(
                call.id(),
                duration(now - call.requestedAt()),
                reachable.stream()
                        .map(one ->
                                new WaitingPool.Candidate(
                                        one.supporter().id,
                                        one.etaSeconds(),
                                        keepProbability.applyAsDouble(one.etaSeconds())))
                        .toList());
    }

    static Reachable find(List<Reachable> reachable, DriverId driver) {
        return reachable.stream()
                .filter(one -> one.supporter().id.equals(driver))
                .findFirst()
                .orElseThrow();
    }

    /** Expected seconds of a way without a car. */
    double travelSeconds(Position from, Position to, double now) {
        double x = model.east(to) - model.east(from);
        double y = model.north(to) - model.north(from);
        return (model.afterMidnight(now) ? late : early).seconds(Math.sqrt(x * x + y * y));
    }

    MovePlan plan(MoveTick tick) {
        return planner.plan(tick);
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
