package dev.supporters.mlgateway.moves;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.MovePolicy;
import dev.supporters.contract.Position;
import dev.supporters.contract.TimeZones;
import dev.supporters.contract.TravelWithoutCar;
import dev.supporters.contract.WorkStep;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.dispatch.assignment.DriveEstimate;
import dev.supporters.dispatch.move.MovePlan;
import dev.supporters.dispatch.move.MoveTick;
import dev.supporters.dispatch.move.MoveTick.State;
import dev.supporters.dispatch.move.MoveTick.SupporterAtWork;
import dev.supporters.dispatch.move.PlanInputs;
import dev.supporters.dispatch.move.RestAdvisor;
import dev.supporters.mlgateway.forecast.RegionForecasts.ForecastInputs;
import dev.supporters.mlgateway.forecast.RegionalPolicy;

import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns what is in memory into the inputs of one tick. */
@Singleton
public class PlanInputsCollector {

    /** Of a driver who has not accepted yet, or of whose call nobody knows where it ends: such a driver counts nowhere. */
    private static final double NOT_SOON = Duration.ofDays(1).toSeconds();

    private static final double PERCENT = 100;

    private final FleetProjection fleet;
    private final ZonesInForce zones;
    private final int mostMoves;

    PlanInputsCollector(FleetProjection fleet, ZonesInForce zones, MovePlanningConfig config) {
        this.fleet = fleet;
        this.zones = zones;
        mostMoves = config.mostProposals();
        if (mostMoves < 1) {
            throw new IllegalStateException(
                    "supporters.mlgateway.moves.most-proposals: "
                            + mostMoves
                            + " (expected: at least 1)");
        }
    }

    /** How many supporters are at work in the region. */
    int atWork(RegionalPolicy policy, Instant now) {
        return fleet.atWork(policy.product(), policy.region(), now).size();
    }

    PlanInputs collect(
            RegionalPolicy policy,
            OpenWindow window,
            ForecastInputs basis,
            Instant now,
            long seed) {
        boolean afterMidnight = TimeZones.afterMidnight(now, policy.window().zone());
        Instant underWay = now.minus(policy.moves().minInterval());
        List<SupporterAtWork> supporters =
                fleet.atWork(policy.product(), policy.region(), now).stream()
                        .flatMap(member -> supporter(member, now, underWay, afterMidnight).stream())
                        .toList();
        MoveTick tick =
                new MoveTick(
                        basis.now(),
                        Duration.between(window.begin(), window.end()).toMillis() / 1000.0,
                        afterMidnight,
                        seed,
                        basis.observed(),
                        supporters);
        MovePolicy moves = policy.moves();
        return new PlanInputs(
                tick,
                moves.enabled(),
                mostMoves,
                moves.minInterval(),
                moves.afterDecline(),
                rests(moves),
                zones.reach(policy, now));
    }

    /**
     * So that the next plan doesn't ask for the same again before the moves of this one are heard of.
     *
     * @param moveId of the move that may come of a driver's signal
     */
    void signalled(MovePlan plan, Function<DriverId, String> moveId, Instant now) {
        plan.proposals()
                .forEach(proposal ->
                        signalled(proposal.driver(), moveId, Optional.of(proposal.target()), now));
        plan.restAdvice().forEach(driver -> signalled(driver, moveId, Optional.empty(), now));
    }

    private void signalled(
            DriverId driver,
            Function<DriverId, String> moveId,
            Optional<Position> goal,
            Instant now) {
        fleet.signalled(driver, new FleetMember.LastMoveSignal(moveId.apply(driver), goal, now));
    }

    private static RestAdvisor rests(MovePolicy moves) {
        return moves.restAdvice()
                ? new RestAdvisor(
                        moves.restBegin(),
                        moves.restEnd(),
                        moves.restPercent() / PERCENT,
                        RestAdvisor.STANDARD.perTick())
                : RestAdvisor.OFF;
    }

    /**
     * Empty for a driver of whom nobody knows where.
     *
     * @param underWay signals of ours that are newer may still become moves
     */
    private Optional<SupporterAtWork> supporter(
            FleetMember member, Instant now, Instant underWay, boolean afterMidnight) {
        return member.fix()
                .flatMap(FleetMember.Fix::position)
                .map(position -> supporter(member, position, now, underWay, afterMidnight));
    }

    private SupporterAtWork supporter(
            FleetMember member,
            Position position,
            Instant now,
            Instant underWay,
            boolean afterMidnight) {
        State state = state(member, underWay);
        Optional<Position> goal = goal(member, state, underWay);
        double free =
                switch (state) {
                    case IDLE, RESTING -> 0;
                    case MOVING ->
                            goal.map(place ->
                                            TravelWithoutCar.STANDARD.seconds(
                                                    position.metersTo(place), afterMidnight))
                                    .orElse(0.0);
                    // the rest of the way to the customer is not known, so those who pick up count
                    // a little early
                    case PICKING_UP, DRIVING ->
                            goal.map(place -> driveSeconds(position, place)).orElse(NOT_SOON);
                    case COMMANDED -> NOT_SOON;
                };
        return new SupporterAtWork(
                member.driverId(),
                state,
                goal.orElse(position),
                free,
                false,
                since(lastProposal(member, underWay), now),
                since(member.moves().lastDecline(), now),
                !member.rested() && !advised(member, underWay));
    }

    private Optional<Position> goal(FleetMember member, State state, Instant underWay) {
        return switch (state) {
            case MOVING -> member.moveGoal(underWay);
            case PICKING_UP, DRIVING ->
                    member.live().flatMap(step -> fleet.destinationArea(step.callId()));
            case IDLE, RESTING, COMMANDED -> Optional.empty();
        };
    }

    private static double driveSeconds(Position from, Position to) {
        return DriveEstimate.seconds(
                (int) Math.ceil(from.metersTo(to) * TravelWithoutCar.STANDARD.roadFactor()));
    }

    private static State state(FleetMember member, Instant underWay) {
        if (member.live().isPresent()) {
            return state(member.live().get());
        }
        boolean rests = member.shift().orElseThrow().step().state() == WorkStep.State.RESTING;
        if (rests) {
            return State.RESTING;
        }
        return member.moveGoal(underWay).isPresent() ? State.MOVING : State.IDLE;
    }

    private static State state(EngagementStep live) {
        return switch (live.state()) {
            case COMMANDED -> State.COMMANDED;
            case ACCEPTED, ARRIVED -> State.PICKING_UP;
            case DRIVING -> State.DRIVING;
            case COMPLETED, REFUSED, CANCELLED ->
                    throw new IllegalArgumentException("an engagement that is over");
        };
    }

    /** A move too soon after advice to rest would take the advice away. */
    private static Instant lastProposal(FleetMember member, Instant underWay) {
        return Stream.of(
                        Optional.of(member.moves().lastMove()),
                        Optional.of(member.moves().lastAdvice()),
                        member.underWay(underWay).map(FleetMember.LastMoveSignal::time))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Advice of an earlier shift does not count. */
    private static boolean advised(FleetMember member, Instant underWay) {
        return member.underWay(underWay).filter(signal -> signal.goal().isEmpty()).isPresent()
                || member.moves().lastAdvice().isAfter(member.shift().orElseThrow().begin());
    }

    private static double since(Instant time, Instant now) {
        return time.equals(Instant.MIN)
                ? MoveTick.NEVER
                : Math.max(0, Duration.between(time, now).toMillis() / 1000.0);
    }
}
