package dev.supporters.work.begin;

import static dev.supporters.work.Refused.assertRefused;
import static dev.supporters.work.begin.Evening.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.work.TestShifts;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.Shift.Ended;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

class BusinessDateTest {

    private final Evening evening = new Evening();

    @Test
    void refusesBeforeTheWindow() {
        evening.shifts.clock.set(Instant.parse("2026-11-20T11:59:59Z"));

        assertRefused(
                ErrorReason.ERROR_REASON_WORK_WINDOW_CLOSED,
                () -> evening.begin(order("r1", "d1")));
    }

    @Test
    void refusesAtTheWindowsEnd() {
        evening.shifts.clock.set(TestShifts.WINDOW_END);

        assertRefused(
                ErrorReason.ERROR_REASON_WORK_WINDOW_CLOSED,
                () -> evening.begin(order("r1", "d1")));
    }

    @Test
    void refusesASecondShiftOnTheSameBusinessDate() {
        evening.begin(order("r1", "d1"));

        assertRefused(
                ErrorReason.ERROR_REASON_ALREADY_WORKED, () -> evening.begin(order("r2", "d1")));
    }

    @Test
    void refusesASecondShiftOnTheSameBusinessDateAfterMidnightAndAfterTheFirstHasEnded() {
        // Given
        evening.begin(order("r1", "d1"));
        evening.ended("d1");
        // When half past midnight
        evening.shifts.clock.set(Instant.parse("2026-11-20T15:30:00Z"));
        // Then
        assertRefused(
                ErrorReason.ERROR_REASON_ALREADY_WORKED, () -> evening.begin(order("r2", "d1")));
    }

    @Test
    void letsWorkAgainOnTheNextBusinessDate() {
        // Given
        evening.begin(order("r1", "d1"));
        evening.ended("d1");
        evening.shifts.clock.set(Instant.parse("2026-11-21T12:00:00Z"));
        // When
        Versioned<Shift> next = evening.begin(order("r2", "d1"));
        // Then
        assertThat(next.id()).isEqualTo("d1-driver-2026-11-21");
    }

    @Test
    void theSameKeyOnTheNextBusinessDateBeginsANewShift() {
        // Given
        evening.begin(order("0", "d1"));
        evening.ended("d1");
        evening.shifts.clock.set(Instant.parse("2026-11-21T12:00:00Z"));
        // When
        Versioned<Shift> next = evening.begin(order("0", "d1"));
        // Then
        assertThat(next.id()).isEqualTo("d1-driver-2026-11-21");
        assertThat(next.repeated()).isFalse();
    }

    @Test
    void theSameKeyBeginsANewShiftWhenOneWindowFollowsAnother() {
        // Given
        evening.windowLength = Duration.ofHours(24);
        evening.begin(order("0", "d1"));
        evening.shifts.clock.set(Instant.parse("2026-11-21T12:00:00Z"));
        // When
        Versioned<Shift> next = evening.begin(order("0", "d1"));
        // Then
        assertThat(next.id()).isEqualTo("d1-driver-2026-11-21");
    }

    @Test
    void theSameKeyLongAfterTheWindowIsRefusedBecauseTheWindowIsClosed() {
        evening.begin(order("0", "d1"));
        evening.ended("d1");
        evening.shifts.clock.set(Instant.parse("2026-11-21T09:00:00Z"));

        assertRefused(
                ErrorReason.ERROR_REASON_WORK_WINDOW_CLOSED, () -> evening.begin(order("0", "d1")));
    }

    @Test
    void theSameKeyInAnotherRegionWhereItIsAnotherBusinessDateBeginsANewShift() {
        // Given windows of a whole day; where the driver moves to it is a day later
        evening.windowLength = Duration.ofHours(24);
        evening.begin(order("0", "d1"));
        evening.ended("d1");
        evening.zone = ZoneId.of("Pacific/Kiritimati");
        evening.shifts.clock.set(Instant.parse("2026-11-21T07:30:00Z"));
        // When
        Versioned<Shift> next = evening.begin(order("0", "d1"));
        // Then
        assertThat(next.repeated()).isFalse();
        assertThat(evening.shifts.toldCases())
                .endsWith(WorkEvent.EventCase.ENDED, WorkEvent.EventCase.BEGUN);
    }

    @Test
    void aShiftThatNobodyHasClockedOffEndsAtItsWindowsEndWhenTheNextBegins() {
        // Given
        evening.begin(order("r1", "d1"));
        evening.shifts.clock.set(Instant.parse("2026-11-21T12:00:00Z"));
        // When
        evening.begin(order("r2", "d1"));
        // Then
        assertThat(evening.shifts.now("d1"))
                .isInstanceOfSatisfying(
                        Ended.class,
                        ended -> assertThat(ended.end()).isEqualTo(TestShifts.WINDOW_END));
    }

    @Test
    void refusesWhileADriveOfTheBusinessDateBeforeIsUnderWay() {
        // Given a window of 24 hours, at whose end the driver is on a drive
        evening.windowLength = Duration.ofHours(24);
        evening.begin(order("r1", "d1"));
        evening.shifts.slots.engage("d1");
        evening.shifts.clock.set(Instant.parse("2026-11-21T12:01:00Z"));
        // Then
        assertRefused(
                ErrorReason.ERROR_REASON_ALREADY_WORKED, () -> evening.begin(order("r2", "d1")));
    }
}
