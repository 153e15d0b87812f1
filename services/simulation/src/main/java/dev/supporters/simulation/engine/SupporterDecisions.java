package dev.supporters.simulation.engine;

import dev.supporters.contract.Position;
import dev.supporters.contract.WorkWindow;
import dev.supporters.dispatch.assignment.CallToAssign;
import dev.supporters.dispatch.assignment.CandidateChoice;
import dev.supporters.dispatch.assignment.ChainedCandidates;
import dev.supporters.dispatch.assignment.ChainedCandidates.ChainedCandidate;
import dev.supporters.dispatch.assignment.ChainedCandidates.EndingDrive;
import dev.supporters.dispatch.assignment.Chaining;
import dev.supporters.dispatch.assignment.FreeSupporter;
import dev.supporters.dispatch.assignment.OfferRule;
import dev.supporters.dispatch.assignment.PathPolicy;
import dev.supporters.dispatch.assignment.PoolCandidates;
import dev.supporters.dispatch.assignment.Ranking.RankedSupporter;
import dev.supporters.dispatch.assignment.solver.WaitingPool;
import dev.supporters.dispatch.move.DemandReach;
import dev.supporters.dispatch.move.MovePlan;
import dev.supporters.dispatch.move.MovePlanner;
import dev.supporters.dispatch.move.MoveSettings;
import dev.supporters.dispatch.move.MoveTick;
import dev.supporters.dispatch.move.TravelTable;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.simulation.Night;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the decision classes of services/dispatch, as routing and mlgateway do. Nothing is decided here: this turns the state of a
 * simulated night into their inputs.
 */
final class SupporterDecisions {

    private static final String REGION = "simulation";
    private static final int ALL_PERCENT = 100;
    private static final int MOST_CANDIDATES = 1_000;

    private final NightModel model;
    private final PolicyInForce inForce;

    /** By identity: settings are asked for with every offer. */
    private final IdentityHashMap<DispatchSettings, AssignmentTerms> terms =
            new IdentityHashMap<>();

    private final MovePlanner planner;
    private final TravelTable early;
    private final TravelTable late;

    SupporterDecisions(NightModel model, PolicyInForce inForce, PastNights past) {
        this.model = model;
        this.inForce = inForce;
        inForce.all().forEach(settings -> terms.put(settings, terms(model, settings)));
        DispatchSettings settings = inForce.usual();
        this.planner =
                new MovePlanner(
                        past.places(),
                        model.believedTravel(),
                        settings.moves().orElse(MoveSettings.STANDARD),
                        settings.rests());
        this.early = new TravelTable(model.believedTravel(), false);
        this.late = new TravelTable(model.believedTravel(), true);
    }

    /** What a policy says of assignments. */
    private record AssignmentTerms(PathPolicy policy, Chaining chaining, boolean chainsWait) {}

    private static AssignmentTerms terms(NightModel model, DispatchSettings settings) {
        return new AssignmentTerms(
                new PathPolicy(
                        new WorkWindow(
                                model.night().zone(), Night.WINDOW_BEGIN, Night.WINDOW_LENGTH),
                        ALL_PERCENT,
                        settings.maxPickup(),
                        MOST_CANDIDATES,
                        settings.assignment()),
                new Chaining(settings.assignment().chaining(), settings.assignment().chainWithin()),
                settings.assignment().chaining() && settings.chainsWait());
    }

    private AssignmentTerms terms(Position place, double now) {
        return terms.get(inForce.at(place, now));
    }

    /** Whether a waiting call is assigned together with others. */
    boolean pooled(SimulatedCall call, double now) {
        return inForce.at(call.origin(), now).pooled();
    }

    /** Who is asked first for a call that has just come. */
    Optional<RankedSupporter> first(
            SimulatedCall call, List<SimulatedSupporter> supporters, double now) {
        return offer(call, supporters, now).offered().stream().findFirst();
    }

    /** What each of the waiting calls gets, if they are assigned together. */
    List<WaitingPool.Pair> together(Iterable<SimulatedCall> waiting, NightState night, double now) {
        List<SimulatedSupporter> driving =
                terms.values().stream().anyMatch(AssignmentTerms::chainsWait)
                        ? night.supporters.stream().filter(SimulatedSupporter::isDriving).toList()
                        : List.of();
        List<WaitingPool.HeldCall> held = new ArrayList<>();
        for (SimulatedCall call : waiting) {
            List<WaitingPool.Candidate> candidates =
                    new ArrayList<>(PoolCandidates.of(offer(call, night.available, now)));
            AssignmentTerms policy = terms(call.origin(), now);
            if (policy.chainsWait() && !driving.isEmpty()) {
                stillDriving(call, policy.policy(), driving, now).stream()
                        .map(chained -> PoolCandidates.stillDriving(chained, Map.of()))
                        .forEach(candidates::add);
            }
            if (!candidates.isEmpty()) {
                held.add(
                        new WaitingPool.HeldCall(
                                call.id(), duration(now - call.requestedAt()), candidates));
            }
        }
        return held.isEmpty() ? List.of() : WaitingPool.assign(held);
    }

    private List<ChainedCandidate> stillDriving(
            SimulatedCall call, PathPolicy policy, List<SimulatedSupporter> driving, double now) {
        return ChainedCandidates.of(
                policy,
                facts(call),
                model.instant(now),
                driving.stream()
                        .filter(supporter -> !call.isRefusedBy(supporter.number()))
                        .map(supporter ->
                                new EndingDrive(
                                        supporter.id,
                                        supporter.call.destination(),
                                        duration(Math.max(0, supporter.expectedFreeAt - now)),
                                        model.instant(model.windowEnd())))
                        .toList());
    }

    private CallToAssign facts(SimulatedCall call) {
        return new CallToAssign(
                call.id(),
                call.origin(),
                model.instant(call.requestedAt()),
                call.customer().call().distanceMeters());
    }

    private OfferRule.Offer offer(
            SimulatedCall call, List<SimulatedSupporter> supporters, double now) {
        PathPolicy policy = terms(call.origin(), now).policy();
        List<RankedSupporter> reachable = reachable(call, supporters, policy, now);
        if (reachable.isEmpty()) {
            return OfferRule.Offer.NONE;
        }
        return OfferRule.choose(
                policy, facts(call), model.instant(now), CandidateChoice.soonestFirst(reachable));
    }

    /** Who is free, or free soon, and would be there within the longest pickup of all. */
    private List<RankedSupporter> reachable(
            SimulatedCall call,
            List<SimulatedSupporter> supporters,
            PathPolicy policy,
            double now) {
        double most = NightModel.seconds(policy.maxPickup());
        TravelTable travel = model.afterMidnight(now) ? late : early;
        double east = model.east(call.origin());
        double north = model.north(call.origin());
        List<RankedSupporter> found = new ArrayList<>();
        for (SimulatedSupporter supporter : supporters) {
            double wait = supporter.waitNow;
            if (wait <= most && !call.isRefusedBy(supporter.number())) {
                double x = supporter.eastNow - east;
                double y = supporter.northNow - north;
                double eta = wait + travel.seconds(Math.sqrt(x * x + y * y));
                if (eta <= most) {
                    found.add(new RankedSupporter(supporter.candidate, (int) Math.ceil(eta), -eta));
                }
            }
        }
        return found;
    }

    /** Seconds until somebody can set out; infinite for those who cannot be asked. */
    double waitFor(SimulatedSupporter supporter, double now) {
        if (supporter.isDark(now)) {
            return Double.POSITIVE_INFINITY;
        }
        if (supporter.isIdle()) {
            return 0;
        }
        if (!supporter.isDriving()) {
            return Double.POSITIVE_INFINITY;
        }
        AssignmentTerms policy = terms(supporter.call.destination(), now);
        if (policy.chainsWait()) {
            return Double.POSITIVE_INFINITY;
        }
        double wait = Math.max(0, supporter.expectedFreeAt - now);
        return policy.chaining()
                        .allows(duration(wait), supporter.next != null, supporter.isRestDue(now))
                ? wait
                : Double.POSITIVE_INFINITY;
    }

    /** Until when a call may wait for a supporter, by the policy with which it came. */
    double holdsUntil(SimulatedCall call) {
        PathPolicy policy = terms(call.origin(), call.requestedAt()).policy();
        return model.seconds(policy.holdsUntil(model.instant(call.requestedAt())));
    }

    /** Expected seconds of a way without a car. */
    double travelSeconds(Position from, Position to, double now) {
        double x = model.east(to) - model.east(from);
        double y = model.north(to) - model.north(from);
        return (model.afterMidnight(now) ? late : early).seconds(Math.sqrt(x * x + y * y));
    }

    MovePlan plan(
            List<SimulatedSupporter> supporters,
            Map<Long, Integer> observed,
            DemandReach reach,
            double now) {
        return planner.plan(
                new MoveTick(
                        now,
                        model.windowEnd(),
                        model.afterMidnight(now),
                        (long) now,
                        observed,
                        supporters.stream()
                                .filter(SimulatedSupporter::isAtWork)
                                .map(supporter -> MoveTicks.supporter(supporter, now))
                                .toList()),
                reach);
    }

    /** A supporter as the decision classes know him. */
    static FreeSupporter candidate(SimulatedSupporter supporter) {
        return new FreeSupporter(
                supporter.id,
                supporter.plan.start(),
                0,
                Product.PRODUCT_DRIVER,
                REGION,
                Instant.MAX);
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
