package dev.supporters.mlgateway.moves;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.Place;
import dev.supporters.contract.Position;
import dev.supporters.contract.WorkStep;
import dev.supporters.dispatch.move.MoveTick;
import dev.supporters.dispatch.move.MoveTick.State;
import dev.supporters.dispatch.move.MoveTick.SupporterAtWork;
import dev.supporters.mlgateway.forecast.RegionForecasts.ForecastInputs;
import dev.supporters.mlgateway.forecast.RegionalPolicy;
import dev.supporters.proto.move.v1.Move;
import dev.supporters.proto.move.v1.MoveKind;
import dev.supporters.proto.move.v1.MoveState;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the topics tell of a supporter, as the planner sees it. */
class FleetProjectionTest {

    private static final double LAT = 37.5;
    private static final double LNG = 127;

    private final PlanningNight night = new PlanningNight();
    private long moveVersion;

    @BeforeEach
    void begin() {
        night.put(PlanningNight.policy().build());
        night.begun("7", LAT, LNG);
    }

    @Test
    void whoWaitsIsIdleWhereTheLastPositionWas() {
        // When
        night.fleet.located(new DriverId("7"), new Position(37.51, LNG), at(10));
        night.fleet.located(new DriverId("7"), new Position(37.52, LNG), at(5));

        // Then
        SupporterAtWork supporter = only();
        assertThat(supporter.state()).isEqualTo(State.IDLE);
        assertThat(supporter.position()).isEqualTo(new Position(37.51, LNG));
        assertThat(supporter.freeIn()).isZero();
        assertThat(supporter.sinceMove()).isEqualTo(MoveTick.NEVER);
        assertThat(supporter.sinceDecline()).isEqualTo(MoveTick.NEVER);
        assertThat(supporter.restOpen()).isTrue();
    }

    @Test
    void whoFollowsAMoveCountsAtItsPlace() {
        // When
        move(MoveKind.MOVE_KIND_PLACE, MoveState.MOVE_STATE_PROPOSED, -60);
        move(MoveKind.MOVE_KIND_PLACE, MoveState.MOVE_STATE_ACCEPTED, -50);

        // Then
        SupporterAtWork supporter = only();
        assertThat(supporter.state()).isEqualTo(State.MOVING);
        assertThat(supporter.position()).isEqualTo(new Position(37.55, LNG));
        assertThat(supporter.freeIn()).isBetween(1200.0, 2400.0);
        assertThat(supporter.sinceMove()).isEqualTo(60);
    }

    @Test
    void whoHasArrivedIsIdleAgain() {
        // When
        move(MoveKind.MOVE_KIND_PLACE, MoveState.MOVE_STATE_PROPOSED, -60);
        move(MoveKind.MOVE_KIND_PLACE, MoveState.MOVE_STATE_ARRIVED, -5);

        // Then
        assertThat(only().state()).isEqualTo(State.IDLE);
        assertThat(only().sinceDecline()).isEqualTo(MoveTick.NEVER);
    }

    @Test
    void aDeclinedMoveAndOneWithoutAnAnswerAreRemembered() {
        // When
        move(MoveKind.MOVE_KIND_PLACE, MoveState.MOVE_STATE_PROPOSED, -600);
        move(MoveKind.MOVE_KIND_PLACE, MoveState.MOVE_STATE_DECLINED, -590);

        // Then
        assertThat(only().sinceDecline()).isEqualTo(590);

        // When
        move(MoveKind.MOVE_KIND_PLACE, MoveState.MOVE_STATE_PROPOSED, -300);
        move(MoveKind.MOVE_KIND_PLACE, MoveState.MOVE_STATE_EXPIRED, -20);

        // Then
        assertThat(only().sinceDecline()).isEqualTo(20);
    }

    @Test
    void anAcceptedMoveThatExpiresIsNotDeclined() {
        // When
        move(MoveKind.MOVE_KIND_PLACE, MoveState.MOVE_STATE_PROPOSED, -300);
        move(MoveKind.MOVE_KIND_PLACE, MoveState.MOVE_STATE_ACCEPTED, -290);
        move(MoveKind.MOVE_KIND_PLACE, MoveState.MOVE_STATE_EXPIRED, -20);

        // Then
        assertThat(only().sinceDecline()).isEqualTo(MoveTick.NEVER);
    }

    @Test
    void whoRestedOrWasAdvisedToIsNotAdvisedAgain() {
        // When
        move(MoveKind.MOVE_KIND_REST, MoveState.MOVE_STATE_PROPOSED, -300);
        move(MoveKind.MOVE_KIND_REST, MoveState.MOVE_STATE_DECLINED, -290);
        night.begun("8", LAT, LNG);
        night.shiftStep("8", 2, WorkStep.State.RESTING);

        // Then
        assertThat(supporters())
                .extracting(SupporterAtWork::restOpen)
                .containsExactly(false, false);
        assertThat(supporters())
                .extracting(SupporterAtWork::state)
                .containsExactly(State.IDLE, State.RESTING);
        assertThat(supporters().getFirst().sinceDecline()).isEqualTo(MoveTick.NEVER);
    }

    @Test
    void whoHasACustomerCountsNowhere() {
        // When
        night.engaged("7", 1, EngagementStep.State.COMMANDED);
        State commanded = only().state();
        night.engaged("7", 2, EngagementStep.State.ACCEPTED);
        State accepted = only().state();
        night.engaged("7", 3, EngagementStep.State.DRIVING);

        // Then
        assertThat(List.of(commanded, accepted, only().state()))
                .containsExactly(State.COMMANDED, State.PICKING_UP, State.DRIVING);
        assertThat(only().freeIn()).isEqualTo(86_400);

        // When: an older event comes again
        night.engaged("7", 4, EngagementStep.State.COMPLETED);
        night.engaged("7", 2, EngagementStep.State.ACCEPTED);

        // Then
        assertThat(only().state()).isEqualTo(State.IDLE);
    }

    @Test
    void whoCannotBeReachedOrHasEndedOrWorksElsewhereIsNoMember() {
        // When
        night.fleet.unreachable(new DriverId("7"), at(10));
        night.begun("8", LAT, LNG);
        night.shiftStep("8", 2, WorkStep.State.ENDED);
        night.shiftStep("9", 2, WorkStep.State.WORKING);

        // Then
        assertThat(supporters()).isEmpty();
    }

    @Test
    void whoDrivesCountsWhereTheDriveEnds() {
        // Given
        Position area = new Position(LAT + .05, LNG);
        night.engaged("7", 1, EngagementStep.State.DRIVING);

        // When
        night.fleet.heads(new CallId("1"), area, at(1));

        // Then
        assertThat(only().position()).isEqualTo(area);
        assertThat(only().freeIn()).isBetween(300.0, 1_800.0);
    }

    @Test
    void whoHasNotAcceptedCountsNowhere() {
        night.engaged("7", 1, EngagementStep.State.COMMANDED);
        night.fleet.heads(new CallId("1"), new Position(LAT + .05, LNG), at(1));

        assertThat(only().freeIn()).isGreaterThan(1_800);
    }

    @Test
    void anEndedCallHasNoDestination() {
        night.engaged("7", 1, EngagementStep.State.DRIVING);
        night.fleet.heads(new CallId("1"), new Position(LAT + .05, LNG), at(1));
        night.fleet.ended(new CallId("1"));

        assertThat(only().freeIn()).isGreaterThan(1_800);
    }

    @Test
    void anOldProposalThatComesAgainDoesNotEndASignal() {
        // Given
        move("m1", MoveState.MOVE_STATE_PROPOSED, 1);
        move("m1", MoveState.MOVE_STATE_DECLINED, 2);
        signalled("m2");

        // When
        move("m1", MoveState.MOVE_STATE_PROPOSED, 1);

        // Then
        assertThat(only().state()).as("m2 is still under way").isEqualTo(State.MOVING);

        // When
        move("m2", MoveState.MOVE_STATE_PROPOSED, 3);
        move("m2", MoveState.MOVE_STATE_DECLINED, 4);

        // Then
        assertThat(only().state()).isEqualTo(State.IDLE);
    }

    @Test
    void aMoveOfAnotherPipelineDoesNotEndASignal() {
        // Given
        signalled("m2");

        // When
        move("other", MoveState.MOVE_STATE_PROPOSED, 1);
        move("other", MoveState.MOVE_STATE_DECLINED, 2);

        // Then
        assertThat(only().state()).isEqualTo(State.MOVING);
    }

    /** One update of the driver's document supersedes m1 and proposes m2, so both have its version. */
    @Test
    void theLastMoveIsTheSameInWhateverOrderItsEventsCome() {
        List<Told> story =
                List.of(
                        new Told("m1", MoveState.MOVE_STATE_PROPOSED, 1),
                        new Told("m1", MoveState.MOVE_STATE_ACCEPTED, 2),
                        new Told("m1", MoveState.MOVE_STATE_SUPERSEDED, 3),
                        new Told("m2", MoveState.MOVE_STATE_PROPOSED, 3),
                        new Told("m2", MoveState.MOVE_STATE_ACCEPTED, 4));

        for (int length = 1; length <= story.size(); length++) {
            List<Told> told = story.subList(0, length);
            FleetMember inOrder = after(told);
            assertThat(orders(told))
                    .allSatisfy(order -> {
                        FleetMember member = after(order);
                        assertThat(member.moves().goal()).isEqualTo(inOrder.moves().goal());
                        assertThat(member.moves().accepted()).isEqualTo(inOrder.moves().accepted());
                        assertThat(member.signal()).isEqualTo(inOrder.signal());
                    });
        }
    }

    @Test
    void whatComesAgainInWhateverOrderChangesNothing() {
        List<Told> story =
                List.of(
                        new Told("m1", MoveState.MOVE_STATE_PROPOSED, 1),
                        new Told("m1", MoveState.MOVE_STATE_SUPERSEDED, 2),
                        new Told("m2", MoveState.MOVE_STATE_PROPOSED, 2),
                        new Told("m2", MoveState.MOVE_STATE_ACCEPTED, 3),
                        new Told("m2", MoveState.MOVE_STATE_EXPIRED, 4));

        for (int length = 1; length <= story.size(); length++) {
            List<Told> told = story.subList(0, length);
            FleetMember once = after(told);
            assertThat(orders(told))
                    .allSatisfy(again ->
                            assertThat(after(Stream.concat(told.stream(), again.stream()).toList()))
                                    .isEqualTo(once));
        }
    }

    @Test
    void forgetsShiftsWhoseWindowIsOver() {
        // When
        night.fleet.forget(PlanningNight.END.plusSeconds(1));

        // Then
        assertThat(supporters()).isEmpty();
    }

    /** An event of a move; its time is its version in seconds. */
    private record Told(String moveId, MoveState state, long version) {}

    /** A driver with a signal for m2, after such events. */
    private FleetMember after(List<Told> told) {
        FleetMember member = FleetMember.unheard(new DriverId("7")).signalled(signal("m2"));
        for (Told each : told) {
            member = member.moved(event(each), at((int) each.version()));
        }
        return member;
    }

    private static <T> List<List<T>> orders(List<T> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        return IntStream.range(0, all.size())
                .boxed()
                .flatMap(first -> {
                    List<T> others = new ArrayList<>(all);
                    T begin = others.remove((int) first);
                    return orders(others).stream()
                            .map(rest -> Stream.concat(Stream.of(begin), rest.stream()).toList());
                })
                .toList();
    }

    private void signalled(String moveId) {
        night.fleet.signalled(new DriverId("7"), signal(moveId));
    }

    private FleetMember.LastMoveSignal signal(String moveId) {
        return new FleetMember.LastMoveSignal(moveId, Optional.of(new Position(37.55, LNG)), at(0));
    }

    private void move(String moveId, MoveState state, long version) {
        night.fleet.moved(event(new Told(moveId, state, version)), at((int) version));
    }

    private static Move event(Told told) {
        return Move.newBuilder()
                .setMoveId(told.moveId())
                .setDriverId("7")
                .setKind(MoveKind.MOVE_KIND_PLACE)
                .setState(told.state())
                .setDestination(new Place("37.55", "127", "", "").toProto())
                .setVersion(told.version())
                .build();
    }

    private void move(MoveKind kind, MoveState state, int second) {
        moveVersion++;
        night.fleet.moved(
                Move.newBuilder()
                        .setMoveId("m")
                        .setDriverId("7")
                        .setKind(kind)
                        .setState(state)
                        .setDestination(new Place("37.55", "127", "", "").toProto())
                        .setVersion(moveVersion)
                        .build(),
                at(second));
    }

    private SupporterAtWork only() {
        assertThat(supporters()).hasSize(1);
        return supporters().getFirst();
    }

    private List<SupporterAtWork> supporters() {
        RegionalPolicy policy = night.policies.all().getFirst();
        Instant now = night.clock.instant();
        var window = policy.window().at(now).orElseThrow();
        ForecastInputs basis = night.forecasts.basis(policy, window, now);
        return new PlanInputsCollector(night.fleet, night.zones, new PlanningNight.TestConfig(200))
                .collect(policy, window, basis, now, 1)
                .tick()
                .supporters();
    }

    private Instant at(int second) {
        return night.clock.instant().plusSeconds(second);
    }
}
