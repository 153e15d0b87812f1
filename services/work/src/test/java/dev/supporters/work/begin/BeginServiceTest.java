package dev.supporters.work.begin;

import static dev.supporters.work.Refused.assertRefused;
import static dev.supporters.work.begin.Evening.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.work.v1.WorkType;
import dev.supporters.testkit.GeneralCallEvents;
import dev.supporters.testkit.Race;
import dev.supporters.work.TestShifts;
import dev.supporters.work.begin.MembershipClient.Membership;
import dev.supporters.work.shift.KnownMode;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.Shift.EndReason;
import dev.supporters.work.shift.Shift.Ended;
import dev.supporters.work.shift.Shift.RestCause;
import dev.supporters.work.shift.Shift.Resting;
import dev.supporters.work.shift.Shift.Working;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

class BeginServiceTest {

    private final Evening evening = new Evening();

    @Test
    void beginsAShiftAndTellsItWithTheTermsOfPay() {
        // When
        Versioned<Shift> begun = evening.begin(order("r1", "d1"));
        // Then
        assertThat(begun.id()).isEqualTo("d1-driver-2026-11-20");
        assertThat(begun.version()).isEqualTo(1);
        assertThat(begun.value()).isInstanceOf(Working.class);
        assertThat(begun.value().details().begin()).isEqualTo("2026-11-20T12:30:00Z");
        assertThat(begun.value().details().windowEnd()).isEqualTo("2026-11-20T16:00:00Z");
        WorkEvent told = evening.shifts.told().getFirst();
        assertThat(told.getWorkId()).isEqualTo("d1-driver-2026-11-20");
        assertThat(told.getBusinessDate()).isEqualTo("2026-11-20");
        assertThat(told.getVersion()).isEqualTo(1);
        assertThat(told.getBegun().getHourlyWage().getAmount()).isEqualTo(14_000);
        assertThat(told.getBegun().getPolicyVersion()).isEqualTo(7);
        assertThat(told.getBegun().getWorkType()).isEqualTo(WorkType.WORK_TYPE_HOURLY);
        assertThat(evening.shifts.store.published().getFirst().key()).isEqualTo("d1");
    }

    @Test
    void answersTheSameRequestTheSameWhateverHappenedSince() {
        // Given
        Versioned<Shift> first = evening.begin(order("r1", "d1"));
        evening.shifts.clock.set(TestShifts.WINDOW_END);
        evening.shifts.clockOff.sweep();
        evening.members.clear();
        // When
        Versioned<Shift> again = evening.begin(order("r1", "d1"));
        // Then
        assertThat(again).isEqualTo(new Versioned<>(first.id(), 1, first.value(), true));
        assertThat(evening.shifts.toldCases())
                .containsExactly(WorkEvent.EventCase.BEGUN, WorkEvent.EventCase.ENDED);
    }

    @Test
    void answersTheSameRequestTheSameWhenTheClockIsFinerThanTheStore() {
        // Given
        evening.shifts.clock.set(Instant.parse("2026-11-20T12:30:00.123456789Z"));
        Versioned<Shift> first = evening.begin(order("r1", "d1"));
        // When
        Versioned<Shift> again = evening.begin(order("r1", "d1"));
        // Then
        assertThat(again.value()).isEqualTo(first.value());
    }

    @Test
    void answersTheSameRequestInTheWindowTheSameWithoutAskingAnybody() {
        // Given
        Versioned<Shift> first = evening.begin(order("r1", "d1"));
        evening.driverIsDown = true;
        // Then
        assertThat(evening.begin(order("r1", "d1")).value()).isEqualTo(first.value());
    }

    @Test
    void refusesWhoHasACallOfGeneralDispatchUntilItHasEnded() {
        // Given
        Instant now = evening.shifts.clock.instant();
        evening.general.apply(GeneralCallEvents.taken("17", "d1", 2, now), now);
        // When
        assertRefused(
                ErrorReason.ERROR_REASON_DRIVER_ENGAGED, () -> evening.begin(order("r1", "d1")));
        assertThat(evening.shifts.told()).isEmpty();
        evening.general.apply(GeneralCallEvents.completed("17", "d1", 3, now), now);
        // Then
        assertThat(evening.begin(order("r1", "d1")).repeated()).isFalse();
    }

    @Test
    void whoTakesACallOfGeneralDispatchAfterTheBeginHasBegun() {
        // Given
        Versioned<Shift> first = evening.begin(order("r1", "d1"));
        // When
        evening.general.apply(
                GeneralCallEvents.taken("17", "d1", 2, evening.shifts.clock.instant()),
                evening.shifts.clock.instant());
        // Then
        assertThat(evening.begin(order("r1", "d1")).value()).isEqualTo(first.value());
        assertRefused(
                ErrorReason.ERROR_REASON_ALREADY_WORKED, () -> evening.begin(order("r2", "d1")));
    }

    @Test
    void anotherOnesCallOfGeneralDispatchKeepsNobodyFromBeginning() {
        evening.general.apply(
                GeneralCallEvents.taken("17", "d2", 2, evening.shifts.clock.instant()),
                evening.shifts.clock.instant());

        assertThat(evening.begin(order("r1", "d1")).repeated()).isFalse();
    }

    @Test
    void refusesTheKeyOfABeginWithAnotherPlaceOrApp() {
        evening.begin(order("r1", "d1"));

        assertRefused(
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                () -> evening.begin(order("r1", "d1", Evening.BUSAN, Evening.ALLOWED)));
        assertRefused(
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                () -> evening.begin(order("r1", "d1", Evening.GANGNAM, Evening.TOO_OLD)));
        assertThat(evening.shifts.told()).hasSize(1);
    }

    @Test
    void refusesTheKeyWithAnotherPlaceAfterTheShiftToo() {
        evening.begin(order("r1", "d1"));
        evening.ended("d1");

        assertRefused(
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                () -> evening.begin(order("r1", "d1", Evening.BUSAN, Evening.ALLOWED)));
    }

    @Test
    void refusesWhenDriverDoesNotAnswer() {
        evening.driverIsDown = true;

        assertRefused(ErrorReason.ERROR_REASON_UNAVAILABLE, () -> evening.begin(order("r1", "d1")));
        assertThat(evening.shifts.told()).isEmpty();
    }

    @Test
    void ofTwoRequestsAtTheSameTimeOneBegins() {
        // When
        List<ErrorReason> outcomes =
                Race.run(List.of(attempt("r1"), attempt("r2"), attempt("r3"), attempt("r4")));
        // Then
        assertThat(outcomes)
                .containsOnlyOnce(ErrorReason.ERROR_REASON_UNSPECIFIED)
                .filteredOn(ErrorReason.ERROR_REASON_ALREADY_WORKED::equals)
                .hasSize(3);
        assertThat(evening.shifts.told()).hasSize(1);
    }

    @Test
    void theSameRequestTwiceAtTheSameTimeIsAnsweredTheSame() {
        // When
        List<ErrorReason> outcomes = Race.run(List.of(attempt("r1"), attempt("r1"), attempt("r1")));
        // Then
        assertThat(outcomes).containsOnly(ErrorReason.ERROR_REASON_UNSPECIFIED);
        assertThat(evening.shifts.told()).hasSize(1);
    }

    @Test
    void whoIsSwitchedOffWhileTheShiftBeginsRestsFromTheBeginOn() {
        // Given
        evening.afterNextAnswer =
                () -> evening.members.put("d1", new Membership("seoul", false, 2));
        // When
        Versioned<Shift> begun = evening.begin(order("r1", "d1"));
        looksTwice();
        // Then
        assertThat(begun.value()).isInstanceOf(Working.class);
        assertThat(evening.shifts.now("d1"))
                .isInstanceOfSatisfying(
                        Resting.class,
                        resting -> {
                            assertThat(resting.cause()).isEqualTo(RestCause.ACTIVITY_MODE);
                            assertThat(resting.restBegin()).isEqualTo("2026-11-20T12:30:00Z");
                        });
    }

    @Test
    void whoIsRemovedWhileTheShiftBeginsIsClockedOff() {
        evening.afterNextAnswer = evening.members::clear;

        evening.begin(order("r1", "d1"));
        looksTwice();

        assertThat(evening.shifts.now("d1"))
                .isInstanceOfSatisfying(
                        Ended.class,
                        ended -> assertThat(ended.reason()).isEqualTo(EndReason.REMOVED));
    }

    @Test
    void aBeginStandsIfDriverDoesNotAnswerASecondTime() {
        evening.afterNextAnswer = () -> evening.driverIsDown = true;

        assertThat(evening.begin(order("r1", "d1")).value()).isInstanceOf(Working.class);
    }

    /** The profile of before was read later than the begin. */
    @Test
    void whatWasToldOfTheModeBeforeTheBeginIsTooLate() {
        evening.members.put("d1", new Membership("seoul", true, 5));
        evening.begin(order("r1", "d1"));

        evening.shifts.modes.modeTold(
                new DriverId("d1"),
                Product.PRODUCT_DRIVER,
                new KnownMode(4, true, evening.shifts.clock.instant()),
                "e4");
        looksTwice();

        assertThat(evening.shifts.now("d1")).isInstanceOf(Working.class);
    }

    private void looksTwice() {
        evening.shifts.asked.sweep();
        evening.shifts.asked.sweep();
    }

    private Callable<ErrorReason> attempt(String requestId) {
        return () -> {
            try {
                evening.begin(order(requestId, "d1"));
                return ErrorReason.ERROR_REASON_UNSPECIFIED;
            } catch (Refusal refusal) {
                return refusal.reason();
            }
        };
    }
}
