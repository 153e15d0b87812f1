package dev.supporters.work.shift;

import static dev.supporters.work.Refused.assertRefused;
import static dev.supporters.work.TestShifts.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.DriverId;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.events.work.v1.WorkEvent.EventCase;
import dev.supporters.proto.work.v1.WorkRestCause;
import dev.supporters.work.TestShifts;
import dev.supporters.work.shift.Shift.EndReason;
import dev.supporters.work.shift.Shift.Ended;
import dev.supporters.work.shift.Shift.RestCause;
import dev.supporters.work.shift.Shift.Resting;
import dev.supporters.work.shift.Shift.Working;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

/** Nobody who is switched off is paid to wait; nobody who is switched on again waits unpaid. */
class ActivityModeServiceTest {

    private final TestShifts shifts = new TestShifts();
    private final ShiftService service =
            new ShiftService(shifts.store, shifts.repository, shifts.asked, shifts.clock);
    private long profileVersion = 1;

    @BeforeEach
    void begin() {
        shifts.begun("d1");
        shifts.clock.advance(Duration.ofMinutes(90));
    }

    @Test
    void whoIsSwitchedOffWhileWaitingRestsFromThenOn() {
        // Given
        Instant off = shifts.clock.instant();

        // When
        told(true, off);
        looksTwice();

        // Then
        assertThat(restBegin()).isEqualTo(off);
        assertThat(shifts.told().getLast().getRested().getCause())
                .isEqualTo(WorkRestCause.WORK_REST_CAUSE_ACTIVITY_MODE);
        assertThat(shifts.slots.asked()).containsExactly("pause d1 at 2");
    }

    @Test
    void whoIsSwitchedOffWhileDrivingRestsFromTheEndOfTheDriveOn() {
        // Given
        shifts.slots.engage("d1");
        told(true, shifts.clock.instant());
        looksTwice();
        assertThat(shifts.now("d1")).isInstanceOf(Working.class);

        // When
        shifts.clock.advance(Duration.ofMinutes(20));
        Instant driveEnd = shifts.clock.instant();
        shifts.slots.driveEnded("d1", driveEnd);
        looksTwice();

        // Then
        assertThat(restBegin()).isEqualTo(driveEnd);
    }

    @Test
    void whoIsSwitchedOffAndOnDuringADriveGoesOnWorking() {
        // Given
        shifts.slots.engage("d1");
        told(true, shifts.clock.instant());
        looksTwice();

        // When
        told(false, shifts.clock.instant());
        looksTwice();
        shifts.slots.driveEnded("d1", shifts.clock.instant());
        looksTwice();

        // Then
        assertThat(shifts.now("d1")).isInstanceOf(Working.class);
        assertThat(shifts.now("d1").pending().asked()).isEmpty();
        assertThat(shifts.toldCases()).containsExactly(EventCase.BEGUN);
    }

    @Test
    void switchedOnAgainTheDriverWorksAgainAndCanBeCommanded() {
        // Given
        told(true, shifts.clock.instant());
        looksTwice();
        shifts.clock.advance(Duration.ofMinutes(10));

        // When
        told(false, shifts.clock.instant());

        // Then
        assertThat(shifts.now("d1")).isInstanceOf(Working.class);
        assertThat(shifts.now("d1").rested()).isEqualTo(Duration.ofSeconds(602));
        assertThat(shifts.toldCases())
                .containsExactly(EventCase.BEGUN, EventCase.RESTED, EventCase.RESUMED);
        assertThat(shifts.told())
                .extracting(WorkEvent::getPreviousVersion)
                .containsExactly(0L, 1L, 3L);
        assertThat(shifts.slots.asked()).containsExactly("pause d1 at 2", "unpause d1 at 4");
    }

    @Test
    void aRestThatTheDriverTookStaysARestWhateverTheModeDoes() {
        // Given
        service.rest(order("r1", "d1"));
        Instant rested = shifts.clock.instant();

        // When
        told(true, shifts.clock.instant());
        looksTwice();
        told(false, shifts.clock.instant());
        looksTwice();

        // Then
        assertThat(restBegin()).isEqualTo(rested);
        assertThat(((Resting) shifts.now("d1")).cause()).isEqualTo(RestCause.DRIVER);
        assertThat(service.resume(order("r2", "d1")).value()).isInstanceOf(Working.class);
    }

    @Test
    void aRestThatTheDriverAskedForWhileSwitchedOffIsTheDrivers() {
        told(true, shifts.clock.instant());

        service.rest(order("r1", "d1"));
        told(false, shifts.clock.instant());

        assertThat(((Resting) shifts.now("d1")).cause()).isEqualTo(RestCause.DRIVER);
    }

    @Test
    void whoIsSwitchedOffCannotResume() {
        // Given
        service.rest(order("r1", "d1"));
        shifts.begun("d2");
        told("d2", true, shifts.clock.instant(), "of-d2");
        looksTwice();

        // When
        told(true, shifts.clock.instant());

        // Then
        assertRefused(
                ErrorReason.ERROR_REASON_NOT_A_MEMBER, () -> service.resume(order("r2", "d1")));
        assertRefused(
                ErrorReason.ERROR_REASON_NOT_A_MEMBER, () -> service.resume(order("r3", "d2")));
    }

    @Test
    void whatIsToldLateCountsFromWhenTheModeWasSwitched() {
        // Given
        Instant off = shifts.clock.instant();
        shifts.clock.advance(Duration.ofMinutes(15));

        // When
        told(true, off);
        looksTwice();

        // Then
        assertThat(restBegin()).isEqualTo(off);
    }

    @Test
    void whatIsToldLateTakesBackNoWorkThatARestCameBefore() {
        // Given
        Instant off = shifts.clock.instant();
        service.rest(order("r1", "d1"));
        shifts.clock.advance(Duration.ofMinutes(5));
        service.resume(order("r2", "d1"));
        Instant resumed = shifts.clock.instant();
        shifts.clock.advance(Duration.ofMinutes(5));

        // When
        told(true, off);
        looksTwice();

        // Then
        assertThat(restBegin()).isEqualTo(resumed);
        assertThat(shifts.now("d1").rested()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aClockThatIsAheadPutsNoRestIntoTheFuture() {
        Instant now = shifts.clock.instant();

        told(true, now.plusSeconds(3600));
        looksTwice();

        assertThat(restBegin()).isEqualTo(now);
    }

    @Test
    void whatAnOlderProfileSaysIsTooLate() {
        // Given
        Instant off = shifts.clock.instant();
        told(true, off);
        looksTwice();
        told(false, shifts.clock.instant());
        Shift working = shifts.now("d1");

        // When
        told("d1", 2, true, off, "again");
        looksTwice();

        // Then
        assertThat(shifts.now("d1")).isEqualTo(working);
    }

    @Test
    void anEventThatComesAgainChangesNothingMore() {
        // Given
        told("d1", 2, true, shifts.clock.instant(), "e2");
        looksTwice();
        told("d1", 3, false, shifts.clock.instant(), "e3");
        int events = shifts.told().size();

        // When
        told("d1", 2, true, shifts.clock.instant(), "e2");
        told("d1", 3, false, shifts.clock.instant(), "e3");
        looksTwice();

        // Then
        assertThat(shifts.now("d1")).isInstanceOf(Working.class);
        assertThat(shifts.told()).hasSize(events);
    }

    @Test
    void whoWasOffWhileCommanderDidNotAnswerHasRestedAndWorksAgain() {
        // Given
        Instant off = shifts.clock.instant();
        shifts.slots.down(true);
        told(true, off);
        looksTwice();
        shifts.clock.advance(Duration.ofMinutes(10));
        Instant on = shifts.clock.instant();
        told(false, on);

        // When
        shifts.slots.down(false);
        looksTwice();
        looksTwice();

        // Then
        assertThat(shifts.now("d1")).isInstanceOf(Working.class);
        assertThat(shifts.now("d1").rested()).isEqualTo(Duration.between(off, on));
        assertThat(shifts.told().getLast().hasResumed()).isTrue();
        assertThat(shifts.slots.asked().getLast()).startsWith("unpause d1");
    }

    @Test
    void whoIsSwitchedOffAgainBeforeAnythingCouldBeginRestsFromTheSecondTimeOn() {
        // Given
        shifts.slots.down(true);
        told(true, shifts.clock.instant());
        shifts.clock.advance(Duration.ofMinutes(10));
        told(false, shifts.clock.instant());
        shifts.clock.advance(Duration.ofMinutes(10));
        Instant second = shifts.clock.instant();
        told(true, second);

        // When
        shifts.slots.down(false);
        looksTwice();

        // Then
        assertThat(restBegin()).isEqualTo(second);
    }

    @Test
    void whoIsSwitchedOffJustBeforeTheWindowsEndIsNotPaidUntilIt() {
        // Given
        Instant off = TestShifts.WINDOW_END.minusSeconds(1);
        shifts.clock.set(off);
        told(true, off);

        // When
        shifts.clock.set(TestShifts.WINDOW_END);
        shifts.clockOff.sweep();

        // Then
        assertThat(shifts.now("d1"))
                .isEqualTo(
                        new Ended(
                                shifts.now("d1").details(),
                                Duration.ofSeconds(1),
                                TestShifts.WINDOW_END,
                                EndReason.WINDOW));
        assertThat(shifts.toldCases())
                .containsExactly(EventCase.BEGUN, EventCase.RESTED, EventCase.ENDED);
    }

    @Test
    void whoIsSwitchedOffOnADriveOverTheWindowsEndIsPaidUntilTheDriveEnds() {
        // Given
        shifts.slots.engage("d1");
        told(true, shifts.clock.instant());
        shifts.clock.set(TestShifts.WINDOW_END);
        shifts.clockOff.sweep();

        // When
        Instant driveEnd = TestShifts.WINDOW_END.plusSeconds(300);
        shifts.clock.set(driveEnd);
        shifts.slots.driveEnded("d1", driveEnd);
        shifts.clockOff.sweep();

        // Then
        assertThat(shifts.now("d1"))
                .isEqualTo(
                        new Ended(
                                shifts.now("d1").details(),
                                Duration.ZERO,
                                driveEnd,
                                EndReason.AFTER_DRIVE));
    }

    @Test
    void whatIsToldOfTheModeAfterTheWindowsEndChangesNothing() {
        shifts.clock.set(TestShifts.WINDOW_END.plusSeconds(1));

        told(true, shifts.clock.instant());
        shifts.clockOff.sweep();

        assertThat(((Ended) shifts.now("d1")).rested()).isZero();
    }

    @Test
    void aDriverWhoIsSwitchedOffMayEndTheShift() {
        // Given
        Instant off = shifts.clock.instant();
        shifts.slots.down(true);
        told(true, off);
        shifts.clock.advance(Duration.ofMinutes(10));
        shifts.slots.down(false);

        // When
        service.end(order("r1", "d1"));

        // Then
        assertThat(shifts.now("d1"))
                .isEqualTo(
                        new Ended(
                                shifts.now("d1").details(),
                                Duration.ofMinutes(10),
                                off.plus(Duration.ofMinutes(10)),
                                EndReason.DRIVER));
    }

    @Test
    void anEndThatIsRefusedDuringADriveLeavesTheRestThatComesAfterIt() {
        // Given
        shifts.slots.engage("d1");
        told(true, shifts.clock.instant());
        assertRefused(
                ErrorReason.ERROR_REASON_DRIVER_ENGAGED, () -> service.end(order("r1", "d1")));

        // When
        shifts.clock.advance(Duration.ofMinutes(20));
        Instant driveEnd = shifts.clock.instant();
        shifts.slots.driveEnded("d1", driveEnd);
        looksTwice();

        // Then
        assertThat(restBegin()).isEqualTo(driveEnd);
    }

    @Test
    void aRestThatIsRefusedDuringADriveIsTakenAllTheSameAfterIt() {
        // Given
        shifts.slots.engage("d1");
        told(true, shifts.clock.instant());
        assertRefused(
                ErrorReason.ERROR_REASON_DRIVER_ENGAGED, () -> service.rest(order("r1", "d1")));

        // When
        shifts.slots.driveEnded("d1", shifts.clock.instant());
        looksTwice();

        // Then
        assertThat(((Resting) shifts.now("d1")).cause()).isEqualTo(RestCause.ACTIVITY_MODE);
    }

    @Test
    void aDriverWithoutAShiftIsNotConcerned() {
        told("stranger", true, shifts.clock.instant(), "e9");

        assertThat(shifts.toldCases()).containsExactly(EventCase.BEGUN);
    }

    private Instant restBegin() {
        return ((Resting) shifts.now("d1")).restBegin();
    }

    private void told(boolean off, Instant time) {
        told("d1", off, time, "e" + (profileVersion + 1));
    }

    private void told(String driverId, boolean off, Instant time, String eventId) {
        profileVersion++;
        told(driverId, profileVersion, off, time, eventId);
    }

    private void told(String driverId, long version, boolean off, Instant time, String eventId) {
        shifts.modes.modeTold(
                new DriverId(driverId),
                Product.PRODUCT_DRIVER,
                new KnownMode(version, off, time),
                eventId);
    }

    private void looksTwice() {
        shifts.clock.advance(Duration.ofSeconds(1));
        shifts.asked.sweep();
        shifts.clock.advance(Duration.ofSeconds(1));
        shifts.asked.sweep();
    }
}
