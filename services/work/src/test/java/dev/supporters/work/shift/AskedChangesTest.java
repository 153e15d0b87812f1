package dev.supporters.work.shift;

import static dev.supporters.work.Refused.assertRefused;
import static dev.supporters.work.TestShifts.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.work.TestShifts;
import dev.supporters.work.shift.Shift.EndReason;
import dev.supporters.work.shift.Shift.Ended;
import dev.supporters.work.shift.Shift.Resting;
import dev.supporters.work.shift.Shift.Working;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

/** Rests and ends that stop halfway, as commander changes the slot and answers too late, or does not answer. */
class AskedChangesTest {

    private final TestShifts shifts = new TestShifts();
    private final ShiftService service =
            new ShiftService(shifts.store, shifts.repository, shifts.asked, shifts.clock);

    @BeforeEach
    void begin() {
        shifts.begun("d1");
        shifts.clock.advance(Duration.ofMinutes(90));
    }

    @Test
    void aRestWhoseAnswerIsLateBeginsWhenItWasAskedFor() {
        // Given
        Instant askedAt = shifts.clock.instant();
        unanswered(() -> service.rest(order("r1", "d1")));

        // When
        looksTwice();

        // Then
        assertThat(shifts.now("d1"))
                .isEqualTo(new Resting(shifts.now("d1").details(), Duration.ZERO, askedAt));
        assertThat(shifts.slots.asked()).containsExactly("pause d1 at 2");
    }

    @Test
    void anEndWhoseAnswerIsLateIsPaidUntilItWasAskedFor() {
        // Given
        Instant askedAt = shifts.clock.instant();
        unanswered(() -> service.end(order("r1", "d1")));

        // When
        looksTwice();

        // Then
        assertThat(shifts.now("d1"))
                .isEqualTo(
                        new Ended(
                                shifts.now("d1").details(),
                                Duration.ZERO,
                                askedAt,
                                EndReason.DRIVER));
    }

    @Test
    void whoAsksAgainGetsWhatTheSweepHasFinished() {
        unanswered(() -> service.rest(order("r1", "d1")));
        looksTwice();

        assertThat(service.rest(order("r1", "d1")).repeated()).isTrue();
        assertThat(shifts.toldCases()).hasSize(2);
    }

    @Test
    void whoAsksAgainBeforeAnybodyLooksFinishesIt() {
        unanswered(() -> service.rest(order("r1", "d1")));
        shifts.clock.advance(Duration.ofSeconds(1));

        service.rest(order("r1", "d1"));
        looksTwice();

        assertThat(shifts.now("d1")).isInstanceOf(Resting.class);
        assertThat(shifts.now("d1").pending()).isEqualTo(Pending.NOTHING);
    }

    @Test
    void oneLookLeavesRequestsAloneThatAreUnderWay() {
        unanswered(() -> service.rest(order("r1", "d1")));

        shifts.asked.sweep();

        assertThat(shifts.now("d1")).isInstanceOf(Working.class);
    }

    @Test
    void aRestThatIsFinishedAfterADriveBeginsWithTheDrivesEnd() {
        // Given
        unanswered(() -> service.rest(order("r1", "d1")));
        shifts.clock.advance(Duration.ofMinutes(20));
        Instant driveEnd = shifts.clock.instant();
        shifts.slots.driveEnded("d1", driveEnd);

        // When
        looksTwice();

        // Then
        assertThat(shifts.now("d1"))
                .isEqualTo(new Resting(shifts.now("d1").details(), Duration.ZERO, driveEnd));
    }

    /** The first question may have closed the slot, so the shift cannot go on. */
    @Test
    void anEndThatIsAskedForAgainDuringACallComesWithTheEndOfTheCall() {
        // Given
        unanswered(() -> service.end(order("r1", "d1")));
        shifts.slots.engage("d1");
        assertRefused(
                ErrorReason.ERROR_REASON_DRIVER_ENGAGED, () -> service.end(order("r1", "d1")));

        // When
        shifts.clock.advance(Duration.ofMinutes(20));
        Instant driveEnd = shifts.clock.instant();
        shifts.slots.driveEnded("d1", driveEnd);
        looksTwice();

        // Then
        assertThat(shifts.now("d1"))
                .isEqualTo(
                        new Ended(
                                shifts.now("d1").details(),
                                Duration.ZERO,
                                driveEnd,
                                EndReason.DRIVER));
    }

    @Test
    void aRestThatCannotBeginBecauseTheDriverIsEngagedIsForgotten() {
        // Given
        unanswered(() -> service.rest(order("r1", "d1")));
        shifts.slots.engage("d1");

        // When
        looksTwice();

        // Then
        assertThat(shifts.now("d1")).isInstanceOf(Working.class);
        assertThat(shifts.now("d1").pending().asked()).isEmpty();
    }

    @Test
    void anEndThatIsRefusedIsForgotten() {
        shifts.slots.engage("d1");
        assertRefused(
                ErrorReason.ERROR_REASON_DRIVER_ENGAGED, () -> service.end(order("r1", "d1")));
        shifts.slots.free("d1");

        looksTwice();

        assertThat(shifts.now("d1")).isInstanceOf(Working.class);
    }

    /** The command came between the question whether the driver is engaged and the closing of the slot. */
    @Test
    void aShiftWhoseSlotWasClosedWhileEngagedEndsWithThatDrive() {
        // Given
        shifts.slots.engagedBetween("d1");
        assertRefused(
                ErrorReason.ERROR_REASON_DRIVER_ENGAGED, () -> service.end(order("r1", "d1")));
        looksTwice();
        assertThat(shifts.now("d1")).isInstanceOf(Working.class);

        // When
        Instant drivenUntil = shifts.clock.instant().plusSeconds(900);
        shifts.slots.driveEnded("d1", drivenUntil);
        looksTwice();

        // Then
        assertThat(shifts.now("d1"))
                .isEqualTo(
                        new Ended(
                                shifts.now("d1").details(),
                                Duration.ZERO,
                                drivenUntil,
                                EndReason.DRIVER));
    }

    @Test
    void whoHasAskedToEndNeitherRestsNorResumes() {
        unanswered(() -> service.end(order("r1", "d1")));
        assertRefused(
                ErrorReason.ERROR_REASON_WRONG_WORK_STATE, () -> service.rest(order("r2", "d1")));

        shifts.begun("d2");
        service.rest(order("r3", "d2"));
        unanswered(() -> service.end(order("r4", "d2")));
        assertRefused(
                ErrorReason.ERROR_REASON_WRONG_WORK_STATE, () -> service.resume(order("r5", "d2")));
    }

    @Test
    void anEndThatWasAskedForIsNotPaidUntilTheWindowsEnd() {
        // Given
        Instant askedAt = shifts.clock.instant();
        unanswered(() -> service.end(order("r1", "d1")));

        // When
        shifts.clock.set(TestShifts.WINDOW_END.plusSeconds(60));
        shifts.clockOff.sweep();

        // Then
        assertThat(((Ended) shifts.now("d1")).end()).isEqualTo(askedAt);
    }

    @Test
    void countsWhatItCannotFinishAndGoesOnWithTheOthers() {
        // Given
        unanswered(() -> service.end(order("r1", "d1")));
        IntStream.range(0, 3)
                .forEach(i -> {
                    shifts.begun("other-" + i);
                    unanswered(() -> service.end(order("r1", "other-" + i)));
                });
        shifts.slots.broken("d1");

        // When
        looksTwice();

        // Then
        assertThat(shifts.now("d1")).isInstanceOf(Working.class);
        assertThat(IntStream.range(0, 3).mapToObj(i -> shifts.now("other-" + i)))
                .allSatisfy(shift -> assertThat(shift).isInstanceOf(Ended.class));
        assertThat(shifts.meters.counter("supporters_work_asked_failures_total").count())
                .isEqualTo(1);
    }

    @Test
    void anInternalFaultOfCommanderForOneDriverKeepsNoOtherWaiting() {
        // Given
        unanswered(() -> service.end(order("r1", "d1")));
        shifts.begun("d2");
        unanswered(() -> service.end(order("r1", "d2")));
        shifts.slots.faulty("d1");

        // When
        looksTwice();

        // Then
        assertThat(shifts.now("d1")).isInstanceOf(Working.class);
        assertThat(shifts.now("d2")).isInstanceOf(Ended.class);
    }

    private void looksTwice() {
        shifts.clock.advance(Duration.ofSeconds(1));
        shifts.asked.sweep();
        shifts.clock.advance(Duration.ofSeconds(1));
        shifts.asked.sweep();
    }

    private void unanswered(Runnable request) {
        shifts.slots.down(true);
        assertRefused(ErrorReason.ERROR_REASON_UNAVAILABLE, request::run);
        shifts.slots.down(false);
    }
}
