package dev.supporters.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.move.v1.MoveState;
import dev.supporters.proto.settlement.v1.TimeClass;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

class ShiftSecondsTest {

    @Test
    void givesEachSecondToTheStrongestClass() {
        // Given
        NightScript script =
                new NightScript()
                        .begun("work", "d", 0)
                        .rested("work", "d", 100)
                        .resumed("work", "d", 400)
                        .unreachable("work", 500, 700)
                        .commanded("k", "c", "d", 590)
                        .accepted("k", "c", "d", 600, true)
                        .pickedUp("k", "c", "d", 800)
                        .completed("k", "c", "d", 1_000)
                        .endedWork("work", "d", 1_200);
        // Then
        assertThat(seconds(script))
                .contains(
                        Map.of(
                                TimeClass.TIME_CLASS_WAITING, 400L,
                                TimeClass.TIME_CLASS_RESTING, 300L,
                                TimeClass.TIME_CLASS_UNREACHABLE, 100L,
                                TimeClass.TIME_CLASS_TO_CUSTOMER, 200L,
                                TimeClass.TIME_CLASS_DRIVING, 200L));
    }

    @Test
    void endsTheWayToTheCustomerWithACancellationAndARestWithTheShift() {
        // Given
        NightScript script =
                new NightScript()
                        .begun("work", "d", 0)
                        .commanded("k", "c", "d", 10)
                        .accepted("k", "c", "d", 20, true)
                        .cancelled(
                                "k",
                                "c",
                                "d",
                                50,
                                CancellationReason.CANCELLATION_REASON_CUSTOMER,
                                true)
                        .rested("work", "d", 80)
                        .endedWork("work", "d", 100);
        // Then
        assertThat(seconds(script))
                .contains(
                        Map.of(
                                TimeClass.TIME_CLASS_WAITING, 50L,
                                TimeClass.TIME_CLASS_TO_CUSTOMER, 30L,
                                TimeClass.TIME_CLASS_RESTING, 20L));
    }

    @Test
    void countsADriveWithinARestAsADrive() {
        NightScript script =
                new NightScript()
                        .begun("work", "d", 0)
                        .rested("work", "d", 10)
                        .commanded("k", "c", "d", 15)
                        .accepted("k", "c", "d", 20, true)
                        .pickedUp("k", "c", "d", 30)
                        .completed("k", "c", "d", 60)
                        .resumed("work", "d", 80)
                        .endedWork("work", "d", 100);
        assertThat(seconds(script))
                .contains(
                        Map.of(
                                TimeClass.TIME_CLASS_WAITING, 30L,
                                TimeClass.TIME_CLASS_TO_CUSTOMER, 10L,
                                TimeClass.TIME_CLASS_DRIVING, 30L,
                                TimeClass.TIME_CLASS_RESTING, 30L));
    }

    @Test
    void countsTheWayOfAMoveUntilItEndsEvenIfTheDriverIsUnreachable() {
        // Given
        NightScript script =
                new NightScript()
                        .begun("work", "d", 0)
                        .moved("work", "d", "m", MoveState.MOVE_STATE_PROPOSED, 5)
                        .moved("work", "d", "m", MoveState.MOVE_STATE_ACCEPTED, 10)
                        .unreachable("work", 20, 25)
                        .moved("work", "d", "m", MoveState.MOVE_STATE_EXPIRED, 40)
                        .endedWork("work", "d", 100);
        // Then
        assertThat(seconds(script))
                .contains(
                        Map.of(
                                TimeClass.TIME_CLASS_WAITING,
                                70L,
                                TimeClass.TIME_CLASS_MOVING,
                                30L));
    }

    @Test
    void countsTheWayOfAMoveUntilTheDriverArrives() {
        // Given
        NightScript script =
                new NightScript()
                        .begun("work", "d", 0)
                        .moved("work", "d", "m", MoveState.MOVE_STATE_ACCEPTED, 10)
                        .moved("work", "d", "m", MoveState.MOVE_STATE_ARRIVED, 40)
                        .endedWork("work", "d", 100);
        // Then
        assertThat(seconds(script))
                .contains(
                        Map.of(
                                TimeClass.TIME_CLASS_WAITING,
                                70L,
                                TimeClass.TIME_CLASS_MOVING,
                                30L));
    }

    @Test
    void countsABegunSecondAsAWholeOne() {
        Instant begin = Instant.parse("2026-11-20T12:00:00Z");
        assertThat(EventTimes.fullSeconds(begin, begin.plusNanos(1))).isEqualTo(1);
        assertThat(EventTimes.fullSeconds(begin, begin.plusSeconds(1))).isEqualTo(1);
        assertThat(EventTimes.fullSeconds(begin, begin.minusNanos(1))).isZero();
        assertThat(EventTimes.fullSeconds(begin, begin.minusSeconds(5))).isZero();
    }

    @Test
    void knowsNothingOfAShiftThatHasNotEnded() {
        assertThat(seconds(new NightScript().begun("work", "d", 0))).isEmpty();
    }

    private static Optional<Map<TimeClass, Long>> seconds(NightScript script) {
        return ShiftHistory.of(script.history().log()).iterator().next().seconds();
    }
}
