package dev.supporters.move.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Place;
import dev.supporters.contract.Position;
import dev.supporters.move.arrival.ArrivalDetector.Arrival;
import dev.supporters.proto.move.v1.Move;
import dev.supporters.proto.move.v1.MoveKind;
import dev.supporters.proto.move.v1.MoveState;
import dev.supporters.testkit.TestClock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

/** Arrival by position; a kilometre is about .009 degrees of latitude. */
class ArrivalDetectorTest {

    private static final DriverId DRIVER = new DriverId("7");
    private static final Instant START = TestClock.FRIDAY_NIGHT;
    private static final double LNG = 127;
    private static final double GOAL = 37.5;
    private static final double KILOMETRE = 0.009;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ArrivalDetector detector = new ArrivalDetector(250, 150, meters);

    @Test
    void arrivesWithinTheDistance() {
        // Given
        located(GOAL - KILOMETRE, -10);
        changed(MoveState.MOVE_STATE_ACCEPTED, 2, 0);

        // When and then
        assertThat(located(GOAL - 0.3 * KILOMETRE, 60)).isEmpty();
        assertThat(located(GOAL - 0.2 * KILOMETRE, 70)).contains(new Arrival(DRIVER, "m1", at(70)));
    }

    @Test
    void theSameQuestionHasTheSameAnswerUntilTheMoveHasEnded() {
        // Given
        located(GOAL - KILOMETRE, -10);
        changed(MoveState.MOVE_STATE_ACCEPTED, 2, 0);
        located(GOAL, 70);

        // When and then
        assertThat(located(GOAL, 70)).isPresent();
        changed(MoveState.MOVE_STATE_ARRIVED, 3, 70);
        assertThat(located(GOAL, 80)).isEmpty();
    }

    @Test
    void aJumpThatNoVehicleMakesDoesNotCount() {
        // Given
        located(GOAL - 5 * KILOMETRE, -10);
        changed(MoveState.MOVE_STATE_ACCEPTED, 2, 0);

        // When and then
        assertThat(located(GOAL, 1)).isEmpty();
        assertThat(located(GOAL, 11)).isEmpty();
        assertThat(meters.counter("supporters_move_jumps_total").count()).isEqualTo(2);
    }

    @Test
    void countsAsSoonAsAVehicleHadTimeForTheWay() {
        // Given
        located(GOAL - 5 * KILOMETRE, -10);
        changed(MoveState.MOVE_STATE_ACCEPTED, 2, 0);
        located(GOAL, 1);

        // When and then
        assertThat(located(GOAL, 115)).isPresent();
    }

    @Test
    void theFirstPositionAloneProvesNothing() {
        // Given
        changed(MoveState.MOVE_STATE_ACCEPTED, 2, 0);

        // When and then
        assertThat(located(GOAL, 1)).isEmpty();
        assertThat(located(GOAL, 11)).isPresent();
    }

    @Test
    void aPositionFromBeforeTheAcceptanceDoesNotCount() {
        // Given
        located(GOAL, -20);
        changed(MoveState.MOVE_STATE_ACCEPTED, 2, 0);

        // When and then
        assertThat(located(GOAL, -10)).isEmpty();
        assertThat(located(GOAL, -15)).isEmpty();
    }

    @Test
    void onlyAnAcceptedMoveArrives() {
        // Given
        located(GOAL, -10);
        changed(MoveState.MOVE_STATE_PROPOSED, 1, 0);

        // When and then
        assertThat(located(GOAL, 10)).isEmpty();
    }

    @Test
    void olderNewsOfAMoveDoesNotBringItBack() {
        // Given
        located(GOAL, -10);
        changed(MoveState.MOVE_STATE_DECLINED, 3, 5);
        changed(MoveState.MOVE_STATE_ACCEPTED, 2, 0);

        // When and then
        assertThat(located(GOAL, 10)).isEmpty();
    }

    @Test
    void aRestHasNoDestination() {
        // Given
        located(GOAL, -10);
        detector.changed(
                Move.newBuilder()
                        .setMoveId("a1")
                        .setDriverId(DRIVER.value())
                        .setKind(MoveKind.MOVE_KIND_REST)
                        .setState(MoveState.MOVE_STATE_ACCEPTED)
                        .setVersion(2)
                        .build(),
                at(0));

        // When and then
        assertThat(located(GOAL, 10)).isEmpty();
    }

    @Test
    void forgetsWhoHasSaidNothingForADay() {
        // Given
        located(GOAL, -10);
        changed(MoveState.MOVE_STATE_ACCEPTED, 2, 0);

        // When
        detector.forget(at(20));

        // Then
        assertThat(located(GOAL, 30)).isEmpty();
        assertThat(located(GOAL, 40)).isEmpty();
    }

    private Optional<Arrival> located(double lat, int second) {
        return detector.located(DRIVER, new Position(lat, LNG), at(second));
    }

    private void changed(MoveState state, long version, int second) {
        detector.changed(
                Move.newBuilder()
                        .setMoveId("m1")
                        .setDriverId(DRIVER.value())
                        .setKind(MoveKind.MOVE_KIND_PLACE)
                        .setDestination(new Place("" + GOAL, "" + LNG, "", "").toProto())
                        .setState(state)
                        .setVersion(version)
                        .build(),
                at(second));
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
