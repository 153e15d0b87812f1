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
import dev.supporters.dispatch.move.MoveTick.Supporter;
import dev.supporters.mlgateway.forecast.RegionForecasts.Basis;
import dev.supporters.mlgateway.forecast.RegionalPolicy;
import dev.supporters.proto.move.v1.Move;
import dev.supporters.proto.move.v1.MoveKind;
import dev.supporters.proto.move.v1.MoveState;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

/** What the topics tell of a supporter, as the planner sees it. */
class FleetProjectionTest {

    private static final double LAT = 37.5;
    private static final double LNG = 127;

    private final PlanningNight night = new PlanningNight();
    private long moveVersion;

    @BeforeEach
    void begin() {
        night.policies.put(PlanningNight.policy().build());
        night.begun("7", LAT, LNG);
    }

    @Test
    void whoWaitsIsIdleWhereTheLastPositionWas() {
        // When
        night.fleet.located(new DriverId("7"), new Position(37.51, LNG), at(10));
        night.fleet.located(new DriverId("7"), new Position(37.52, LNG), at(5));

        // Then
        Supporter supporter = only();
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
        Supporter supporter = only();
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
        assertThat(supporters()).extracting(Supporter::restOpen).containsExactly(false, false);
        assertThat(supporters())
                .extracting(Supporter::state)
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
    void forgetsShiftsWhoseWindowIsOver() {
        // When
        night.fleet.forget(PlanningNight.END.plusSeconds(1));

        // Then
        assertThat(supporters()).isEmpty();
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

    private Supporter only() {
        assertThat(supporters()).hasSize(1);
        return supporters().getFirst();
    }

    private List<Supporter> supporters() {
        RegionalPolicy policy = night.policies.all().getFirst();
        Instant now = night.clock.instant();
        var window = policy.window().at(now).orElseThrow();
        Basis basis = night.forecasts.basis(policy, window, now);
        return new PlanInputsCollector(night.fleet)
                .collect(policy, window, basis, now, 1)
                .tick()
                .supporters();
    }

    private Instant at(int second) {
        return night.clock.instant().plusSeconds(second);
    }
}
