package dev.supporters.work.clockoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.WorkId;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.work.v1.WorkEndReason;
import dev.supporters.testkit.Race;
import dev.supporters.work.TestShifts;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.Shift.EndReason;
import dev.supporters.work.shift.Shift.Ended;
import dev.supporters.work.shift.Shift.Ending;
import dev.supporters.work.shift.Shift.Working;

import io.quarkus.runtime.StartupEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

class ClockOffServiceTest {

    private static final Instant LATER = TestShifts.WINDOW_END.plusSeconds(600);

    private final TestShifts shifts = new TestShifts();
    private final WorkId id = TestShifts.id("d1");

    @BeforeEach
    void begin() {
        shifts.begun("d1");
    }

    @Test
    void leavesAShiftAloneBeforeItsWindowEnds() {
        shifts.clock.set(TestShifts.WINDOW_END.minusMillis(1));

        shifts.clockOff.sweep();

        assertThat(shifts.now("d1")).isInstanceOf(Working.class);
    }

    @Test
    void endsAShiftAtItsWindowsEnd() {
        shifts.clock.set(TestShifts.WINDOW_END);

        shifts.clockOff.sweep();

        assertEnded(TestShifts.WINDOW_END, EndReason.WINDOW);
        assertThat(shifts.told().getLast().getEnded().getReason())
                .isEqualTo(WorkEndReason.WORK_END_REASON_WINDOW);
    }

    @Test
    void aShiftWhoseEndIsNoticedLateEndsAtItsWindowsEndAllTheSame() {
        shifts.clock.set(LATER);

        shifts.newClockOff().sweep();

        assertEnded(TestShifts.WINDOW_END, EndReason.WINDOW);
    }

    @Test
    void aDriverOnADriveEndsWhenTheDriveEnds() {
        // Given
        shifts.slots.engage("d1");
        shifts.clock.set(TestShifts.WINDOW_END);
        shifts.clockOff.sweep();
        assertThat(shifts.now("d1")).isInstanceOf(Ending.class);
        // When
        shifts.clock.set(LATER);
        shifts.clockOff.driveEnded(id, LATER, "event-1");
        // Then
        assertEnded(LATER, EndReason.AFTER_DRIVE);
        assertThat(shifts.toldCases())
                .containsExactly(
                        WorkEvent.EventCase.BEGUN,
                        WorkEvent.EventCase.ENDING,
                        WorkEvent.EventCase.ENDED);
        assertThat(shifts.told()).extracting(WorkEvent::getVersion).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aDriveThatEndsAfterTheWindowBeforeAnybodyLookedEndsTheShiftThen() {
        shifts.clockOff.driveEnded(id, TestShifts.WINDOW_END.plusMillis(5), "event-1");

        assertEnded(TestShifts.WINDOW_END.plusMillis(5), EndReason.AFTER_DRIVE);
    }

    /** The clock-off was away over the window's end, and so was the event of the drive's end. */
    @Test
    void aDriveOverTheWindowsEndIsPaidAlsoWhenBothEndsAreNoticedLate() {
        shifts.slots.driveEnded("d1", TestShifts.WINDOW_END.plusSeconds(1_200));
        shifts.clock.set(TestShifts.WINDOW_END.plusSeconds(1_500));

        shifts.newClockOff().sweep();

        assertEnded(TestShifts.WINDOW_END.plusSeconds(1_200), EndReason.AFTER_DRIVE);
    }

    @Test
    void aDriveThatEndedWithinTheWindowDoesNotProlongTheShift() {
        shifts.slots.driveEnded("d1", TestShifts.WINDOW_END.minusSeconds(60));
        shifts.clock.set(LATER);

        shifts.newClockOff().sweep();

        assertEnded(TestShifts.WINDOW_END, EndReason.WINDOW);
    }

    @Test
    void aShiftThatWaitsForItsDriveEndsWithItAlsoWhenTheEventNeverComes() {
        // Given
        shifts.slots.engage("d1");
        shifts.clock.set(TestShifts.WINDOW_END);
        shifts.clockOff.sweep();
        // When
        shifts.slots.driveEnded("d1", TestShifts.WINDOW_END.plusSeconds(300));
        shifts.clock.set(LATER);
        shifts.clockOff.sweep();
        // Then
        assertEnded(TestShifts.WINDOW_END.plusSeconds(300), EndReason.AFTER_DRIVE);
    }

    @Test
    void aShiftThatCannotBeEndedKeepsNoOtherOpen() {
        // Given
        IntStream.range(0, 100).forEach(i -> shifts.begun("other-" + i));
        shifts.slots.broken("d1");
        shifts.clock.set(TestShifts.WINDOW_END);

        // When
        shifts.clockOff.sweep();

        // Then
        assertThat(shifts.now("d1")).isInstanceOf(Working.class);
        assertThat(IntStream.range(0, 100).mapToObj(i -> shifts.now("other-" + i)))
                .allSatisfy(shift -> assertThat(shift).isInstanceOf(Ended.class));
        assertThat(shifts.meters.counter("supporters_work_clockoff_failures_total").count())
                .isEqualTo(1);
    }

    @Test
    void whatIsLateIsToldWhileItLastsAndADriveUnderWayIsNot() {
        shifts.begun("d2");
        shifts.slots.broken("d1");
        shifts.slots.engage("d2");
        shifts.clock.set(TestShifts.WINDOW_END);
        shifts.clockOff.sweep();

        shifts.clock.set(LATER);
        shifts.clockOff.sweep();
        assertThat(overdueSeconds()).isEqualTo(600);

        shifts.slots.repaired("d1");
        shifts.clockOff.sweep();
        shifts.clockOff.sweep();
        assertThat(shifts.now("d2")).isInstanceOf(Ending.class);
        assertThat(overdueSeconds()).isZero();
    }

    private double overdueSeconds() {
        return shifts.meters.get("supporters_work_clockoff_overdue_seconds").gauge().value();
    }

    @Test
    void aCommandThatIsNotTakenDoesNotProlongTheShift() {
        // Given
        shifts.slots.engage("d1");
        shifts.clock.set(TestShifts.WINDOW_END);
        shifts.clockOff.sweep();
        // When
        shifts.clockOff.commandEnded(id, TestShifts.WINDOW_END.plusSeconds(3), "event-1");
        // Then
        assertEnded(TestShifts.WINDOW_END, EndReason.WINDOW);
    }

    @Test
    void aCommandThatWasRefusedBeforeTheWindowsEndEndsNothing() {
        shifts.slots.engage("d1");
        shifts.clock.set(TestShifts.WINDOW_END);
        shifts.clockOff.sweep();

        shifts.clockOff.commandEnded(id, TestShifts.WINDOW_END.minusSeconds(3), "event-1");

        assertThat(shifts.now("d1")).isInstanceOf(Ending.class);
    }

    @Test
    void aDriveThatEndsBeforeTheWindowEndsNothing() {
        shifts.clockOff.driveEnded(id, TestShifts.WINDOW_END.minusMillis(1), "event-1");

        assertThat(shifts.now("d1")).isInstanceOf(Working.class);
    }

    @Test
    void aLateEventOfAnEarlierCommandDoesNotEndAShiftThatWaitsForItsDrive() {
        // Given
        shifts.slots.engage("d1");
        shifts.clock.set(TestShifts.WINDOW_END);
        shifts.clockOff.sweep();
        // When
        shifts.clockOff.driveEnded(id, TestShifts.WINDOW_END.minusSeconds(1), "event-1");
        // Then
        assertThat(shifts.now("d1")).isInstanceOf(Ending.class);
    }

    @Test
    void theSameEventTwiceEndsAShiftOnce() {
        shifts.clockOff.driveEnded(id, LATER, "event-1");
        shifts.clockOff.driveEnded(id, LATER, "event-1");
        shifts.clockOff.driveEnded(id, LATER.plusSeconds(1), "event-2");

        assertEnded(LATER, EndReason.AFTER_DRIVE);
        assertThat(shifts.told()).hasSize(2);
    }

    @Test
    void anEventOfAnUnknownShiftIsPassedOver() {
        shifts.clockOff.driveEnded(TestShifts.id("nobody"), LATER, "event-1");

        assertThat(shifts.told()).hasSize(1);
    }

    @Test
    void triesAgainWhileCommanderDoesNotAnswer() {
        // Given
        shifts.clock.set(TestShifts.WINDOW_END);
        shifts.slots.down(true);
        shifts.clockOff.sweep();
        assertThat(shifts.now("d1")).isInstanceOf(Working.class);
        // When
        shifts.clock.set(LATER);
        shifts.slots.down(false);
        shifts.clockOff.sweep();
        // Then
        assertEnded(TestShifts.WINDOW_END, EndReason.WINDOW);
    }

    @Test
    void aCommandThatIsNotTakenDoesNotProlongTheShiftAlsoWhenItsEventNeverComes() {
        // Given
        shifts.slots.engage("d1");
        shifts.clock.set(TestShifts.WINDOW_END);
        shifts.clockOff.sweep();
        shifts.slots.free("d1");
        // When
        shifts.clock.set(LATER);
        for (int i = 0; i < TestShifts.PATIENCE; i++) {
            assertThat(shifts.now("d1")).isInstanceOf(Ending.class);
            shifts.clockOff.sweep();
            shifts.clock.advance(Duration.ofSeconds(1));
        }
        // Then
        assertEnded(TestShifts.WINDOW_END, EndReason.WINDOW);
    }

    @Test
    void twoProcessesAtOnceEndAShiftOnce() {
        // Given
        shifts.clock.set(TestShifts.WINDOW_END);
        ClockOffService other = shifts.newClockOff();
        // When
        Race.run(
                () -> {
                    shifts.clockOff.sweep();
                    return true;
                },
                () -> {
                    other.sweep();
                    return true;
                });
        // Then
        assertThat(shifts.toldCases())
                .containsExactly(WorkEvent.EventCase.BEGUN, WorkEvent.EventCase.ENDED);
    }

    @Test
    void looksAgainAndAgainAndExactlyAtTheWindowsEnd() {
        // Given
        new ClockOffScheduler(
                        shifts.asked,
                        shifts.clockOff,
                        shifts.repository,
                        shifts.clock,
                        shifts.clock,
                        TestShifts.config())
                .start(new StartupEvent());
        shifts.clock.tick();
        // When the clock reaches the end, without another look
        shifts.clock.set(TestShifts.WINDOW_END);
        // Then
        assertEnded(TestShifts.WINDOW_END, EndReason.WINDOW);
    }

    private void assertEnded(Instant end, EndReason reason) {
        Shift shift = shifts.now("d1");
        assertThat(shift).isEqualTo(new Ended(shift.details(), Duration.ZERO, end, reason));
    }
}
