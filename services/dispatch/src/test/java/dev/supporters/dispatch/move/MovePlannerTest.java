package dev.supporters.dispatch.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.contract.TravelWithoutCar;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.dispatch.forecast.DemandPlaces;
import dev.supporters.dispatch.forecast.Histories;
import dev.supporters.dispatch.move.MoveTick.State;
import dev.supporters.dispatch.move.MoveTick.SupporterAtWork;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

class MovePlannerTest {

    private static final Position BUSY = new Position(37.50, 127.03);
    private static final Position QUIET = new Position(37.52, 127.06);
    private static final double WINDOW = 4 * 3600;

    private final DemandPlaces places =
            new DemandPlaces(Histories.of(Map.of(BUSY, 40.0, QUIET, 1.0)));
    private final MovePlanner planner = planner(places);

    private static MovePlanner planner(DemandPlaces places) {
        return new MovePlanner(
                places, TravelWithoutCar.STANDARD, MoveSettings.STANDARD, RestAdvisor.OFF);
    }

    private static SupporterAtWork supporter(String id, State state, Position position) {
        return new SupporterAtWork(
                new DriverId(id), state, position, 0, false, MoveTick.NEVER, MoveTick.NEVER, true);
    }

    private static MoveTick tick(double now, List<SupporterAtWork> supporters) {
        return new MoveTick(now, WINDOW, false, 1, Map.of(), supporters);
    }

    @Test
    void sendsAnIdleSupporterToWhereACallIsMostProbable() {
        MovePlan plan = planner.plan(tick(600, List.of(supporter("1", State.IDLE, QUIET))));

        assertThat(plan.proposals()).hasSize(1);
        MovePlan.Proposal move = plan.proposals().getFirst();
        assertThat(move.target().metersTo(BUSY)).isLessThan(1);
        assertThat(move.value()).isGreaterThan(move.stayValue()).isGreaterThan(.9);
        assertThat(move.seconds())
                .isCloseTo(
                        TravelWithoutCar.STANDARD.seconds(QUIET.metersTo(BUSY), false),
                        within(5.0));
    }

    @Test
    void sendsNobodyToAPlaceOutsideOfTheZonesHoweverManyCallsAreExpectedThere() {
        MoveTick tick = tick(600, List.of(supporter("1", State.IDLE, BUSY)));

        MovePlan plan = planner.plan(tick, inZone(QUIET, 100));

        assertThat(planner.plan(tick).proposals()).isEmpty();
        assertThat(plan.proposals())
                .singleElement()
                .satisfies(move -> assertThat(move.target().metersTo(QUIET)).isLessThan(1));
    }

    @Test
    void countsOnlyTheCallsThatTheRolloutLeavesToSupporters() {
        MoveTick tick = tick(600, List.of(supporter("1", State.IDLE, QUIET)));

        assertThat(planner.plan(tick, DemandReach.inRegion(100))).isEqualTo(planner.plan(tick));
        assertThat(planner.plan(tick, DemandReach.inRegion(10)).proposals().getFirst().value())
                .isLessThan(planner.plan(tick).proposals().getFirst().value());
        assertThat(planner.plan(tick, DemandReach.inRegion(0)).proposals()).isEmpty();
        assertThat(planner.plan(tick, inZone(BUSY, 100)).proposals()).hasSize(1);
    }

    @Test
    void aShareThatIsNoPercentageIsRefused() {
        assertThatThrownBy(() -> DemandReach.inRegion(101))
                .hasMessage("rolloutPercent: 101 (expected: 0 to 100)");
    }

    private static DemandReach inZone(Position place, int rolloutPercent) {
        return new DemandReach(
                7, Optional.of(Set.of(new DemandCells().cell(place))), rolloutPercent);
    }

    @Test
    void leavesWhoeverIsAtTheBestPlace() {
        assertThat(planner.plan(tick(600, List.of(supporter("1", State.IDLE, BUSY)))).proposals())
                .isEmpty();
    }

    @Test
    void sendsNoMoreThanThePlaceNeeds() {
        List<SupporterAtWork> crowd = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            crowd.add(supporter("" + i, State.IDLE, QUIET));
        }

        assertThat(planner.plan(tick(600, crowd)).proposals()).hasSizeBetween(5, 100);
    }

    @Test
    void movesOnlyTheIdleWhoWereNotAskedJustNow() {
        DriverId driver = new DriverId("1");
        List<SupporterAtWork> others =
                List.of(
                        supporter("2", State.RESTING, QUIET),
                        supporter("3", State.COMMANDED, QUIET),
                        supporter("4", State.DRIVING, QUIET),
                        supporter("5", State.PICKING_UP, QUIET),
                        supporter("6", State.MOVING, QUIET),
                        new SupporterAtWork(
                                driver, State.IDLE, QUIET, 0, false, 119, MoveTick.NEVER, true),
                        new SupporterAtWork(driver, State.IDLE, QUIET, 0, false, 400, 239, true));

        assertThat(planner.plan(tick(600, others)).proposals()).isEmpty();
        assertThat(
                        planner.plan(
                                        tick(
                                                600,
                                                List.of(
                                                        new SupporterAtWork(
                                                                driver,
                                                                State.IDLE,
                                                                QUIET,
                                                                0,
                                                                false,
                                                                120,
                                                                240,
                                                                true))))
                                .proposals())
                .hasSize(1);
    }

    @Test
    void countsWhoIsThereSoonAndNobodyElse() {
        SupporterAtWork mover = supporter("0", State.IDLE, QUIET);
        double alone = value(mover);

        assertThat(value(mover, at(State.RESTING, 0, false))).isLessThan(alone);
        assertThat(value(mover, at(State.MOVING, 1800, false))).isLessThan(alone);
        assertThat(value(mover, at(State.DRIVING, 1800, false))).isLessThan(alone);
        assertThat(value(mover, at(State.PICKING_UP, 900, false))).isLessThan(alone);
        assertThat(value(mover, at(State.MOVING, 1801, false))).isEqualTo(alone);
        assertThat(value(mover, at(State.DRIVING, 1801, false))).isEqualTo(alone);
        assertThat(value(mover, at(State.DRIVING, 60, true))).isEqualTo(alone);
        assertThat(value(mover, at(State.COMMANDED, 0, false))).isEqualTo(alone);
    }

    private static SupporterAtWork at(State state, double freeIn, boolean chained) {
        return new SupporterAtWork(
                new DriverId("9"),
                state,
                BUSY,
                freeIn,
                chained,
                MoveTick.NEVER,
                MoveTick.NEVER,
                true);
    }

    private double value(SupporterAtWork... supporters) {
        return planner.plan(tick(10_000, List.of(supporters))).proposals().getFirst().value();
    }

    @Test
    void givesTheSamePlanForTheSameTickAndAnotherOrderForAnotherSeed() {
        List<SupporterAtWork> supporters = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 60; i++) {
            Position position =
                    new Position(37.48 + .06 * random.nextDouble(), 127 + .1 * random.nextDouble());
            supporters.add(supporter("" + i, State.IDLE, position));
        }
        MoveTick tick = tick(600, supporters);

        MovePlan plan = planner.plan(tick);

        assertThat(planner(places).plan(tick)).isEqualTo(plan);
        assertThat(planner.plan(new MoveTick(600, WINDOW, false, 2, Map.of(), supporters)))
                .isNotEqualTo(plan);
    }

    @Test
    void plansNothingForNobodyWithoutDemandOrAfterTheEnd() {
        SupporterAtWork idle = supporter("1", State.IDLE, QUIET);
        MovePlanner without = planner(new DemandPlaces(Histories.of(Map.of())));
        MovePlanner zero = planner(new DemandPlaces(Histories.of(Map.of(BUSY, 0.0))));

        assertThat(planner.plan(tick(600, List.of()))).isEqualTo(MovePlan.empty());
        assertThat(planner.plan(tick(WINDOW, List.of(idle)))).isEqualTo(MovePlan.empty());
        assertThat(without.plan(tick(600, List.of(idle)))).isEqualTo(MovePlan.empty());
        assertThat(zero.plan(tick(600, List.of(idle)))).isEqualTo(MovePlan.empty());
    }

    @Test
    void plansNothingWhileAllRest() {
        List<SupporterAtWork> resting =
                List.of(supporter("1", State.RESTING, QUIET), supporter("2", State.RESTING, BUSY));

        assertThat(planner.plan(tick(600, resting))).isEqualTo(MovePlan.empty());
    }

    @Test
    void sendsNobodyWhoWouldArriveAfterTheEnd() {
        Position far = new Position(37.9, 127.03);

        assertThat(
                        planner.plan(tick(WINDOW - 1200, List.of(supporter("1", State.IDLE, far))))
                                .proposals())
                .isEmpty();
    }
}
