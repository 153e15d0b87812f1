package dev.supporters.work.begin;

import static dev.supporters.work.Refused.assertRefused;
import static dev.supporters.work.begin.Evening.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.work.Works;
import dev.supporters.work.shift.Ended;
import dev.supporters.work.shift.Shift;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class BusinessDateTest {

    private final Evening evening = new Evening();

    @Test
    void refusesBeforeTheWindow() {
        evening.works.clock.set(Instant.parse("2026-11-20T11:59:59Z"));

        assertRefused(
                ErrorReason.ERROR_REASON_WORK_WINDOW_CLOSED,
                () -> evening.begin(order("r1", "d1")));
    }

    @Test
    void refusesAtTheWindowsEnd() {
        evening.works.clock.set(Works.WINDOW_END);

        assertRefused(
                ErrorReason.ERROR_REASON_WORK_WINDOW_CLOSED,
                () -> evening.begin(order("r1", "d1")));
    }

    @Test
    void refusesASecondWorkOnTheSameBusinessDate() {
        evening.begin(order("r1", "d1"));

        assertRefused(
                ErrorReason.ERROR_REASON_ALREADY_WORKED, () -> evening.begin(order("r2", "d1")));
    }

    @Test
    void refusesASecondWorkOnTheSameBusinessDateAfterMidnightAndAfterTheFirstHasEnded() {
        // Given
        evening.begin(order("r1", "d1"));
        evening.ended("d1");
        // When half past midnight
        evening.works.clock.set(Instant.parse("2026-11-20T15:30:00Z"));
        // Then
        assertRefused(
                ErrorReason.ERROR_REASON_ALREADY_WORKED, () -> evening.begin(order("r2", "d1")));
    }

    @Test
    void letsWorkAgainOnTheNextBusinessDate() {
        // Given
        evening.begin(order("r1", "d1"));
        evening.ended("d1");
        evening.works.clock.set(Instant.parse("2026-11-21T12:00:00Z"));
        // When
        Versioned<Shift> next = evening.begin(order("r2", "d1"));
        // Then
        assertThat(next.id()).isEqualTo("d1-driver-2026-11-21");
    }

    @Test
    void aWorkThatNobodyHasClockedOffEndsAtItsWindowsEndWhenTheNextBegins() {
        // Given
        evening.begin(order("r1", "d1"));
        evening.works.clock.set(Instant.parse("2026-11-21T12:00:00Z"));
        // When
        evening.begin(order("r2", "d1"));
        // Then
        assertThat(evening.works.now("d1"))
                .isInstanceOfSatisfying(
                        Ended.class, ended -> assertThat(ended.end()).isEqualTo(Works.WINDOW_END));
    }

    @Test
    void refusesWhileADriveOfTheBusinessDateBeforeIsUnderWay() {
        // Given a window of 24 hours, at whose end the driver is on a drive
        evening.windowLength = Duration.ofHours(24);
        evening.begin(order("r1", "d1"));
        evening.works.engagements.engage("d1");
        evening.works.clock.set(Instant.parse("2026-11-21T12:01:00Z"));
        // Then
        assertRefused(
                ErrorReason.ERROR_REASON_ALREADY_WORKED, () -> evening.begin(order("r2", "d1")));
    }
}
