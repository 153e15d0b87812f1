package dev.supporters.work.shift;

import static dev.supporters.work.Refused.assertRefused;
import static dev.supporters.work.TestShifts.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.work.v1.WorkEndReason;
import dev.supporters.work.TestShifts;
import dev.supporters.work.shift.Shift.EndReason;
import dev.supporters.work.shift.Shift.Ended;
import dev.supporters.work.shift.Shift.Working;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

class ShiftServiceEndTest {

    private final TestShifts shifts = new TestShifts();
    private final ShiftService service =
            new ShiftService(shifts.store, shifts.repository, shifts.asked, shifts.clock);

    @BeforeEach
    void begin() {
        shifts.begun("d1");
        shifts.clock.advance(Duration.ofMinutes(90));
    }

    @Test
    void endsAndTellsIt() {
        // When
        Versioned<Shift> ended = service.end(order("r1", "d1"));
        // Then
        assertThat(ended.value())
                .isEqualTo(
                        new Ended(
                                ended.value().details(),
                                Duration.ZERO,
                                shifts.clock.instant(),
                                EndReason.DRIVER));
        WorkEvent told = shifts.told().getLast();
        assertThat(told.getEnded().getReason()).isEqualTo(WorkEndReason.WORK_END_REASON_DRIVER);
        assertThat(told.getVersion()).isEqualTo(3);
        assertThat(told.getPreviousVersion()).isEqualTo(1);
        assertThat(shifts.slots.asked()).containsExactly("close d1");
    }

    @Test
    void refusesWhileEngagedAndLeavesTheSlotOpenForFurtherCommands() {
        shifts.slots.engage("d1");

        assertRefused(
                ErrorReason.ERROR_REASON_DRIVER_ENGAGED, () -> service.end(order("r1", "d1")));
        assertThat(shifts.now("d1")).isInstanceOf(Working.class);
        assertThat(shifts.slots.asked()).isEmpty();
    }

    @Test
    void refusesWhoDoesNotWork() {
        assertRefused(
                ErrorReason.ERROR_REASON_NOT_WORKING, () -> service.end(order("r1", "stranger")));
        service.end(order("r2", "d1"));
        assertRefused(ErrorReason.ERROR_REASON_NOT_WORKING, () -> service.end(order("r3", "d1")));
    }

    @Test
    void refusesWhenCommanderDoesNotAnswer() {
        shifts.slots.down(true);

        assertRefused(ErrorReason.ERROR_REASON_UNAVAILABLE, () -> service.end(order("r1", "d1")));
    }

    @Test
    void answersTheSameRequestTheSame() {
        Versioned<Shift> first = service.end(order("r1", "d1"));
        shifts.clock.advance(Duration.ofMinutes(1));

        Versioned<Shift> again = service.end(order("r1", "d1"));

        assertThat(again.value()).isEqualTo(first.value());
        assertThat(shifts.told()).hasSize(2);
    }

    @Test
    void answersTheSameRequestTheSameWhenTheClockIsFinerThanTheStore() {
        // Given
        shifts.clock.advance(Duration.ofNanos(123_456));
        Versioned<Shift> first = service.end(order("r1", "d1"));
        // When
        Versioned<Shift> again = service.end(order("r1", "d1"));
        // Then
        assertThat(again.value()).isEqualTo(first.value());
    }

    @Test
    void aRestThatIsUnderWayEndsWithTheShift() {
        // Given
        service.rest(order("r1", "d1"));
        shifts.clock.advance(Duration.ofMinutes(20));
        // When
        Versioned<Shift> ended = service.end(order("r2", "d1"));
        // Then
        assertThat(ended.value().rested()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void endsAtTheWindowsEndWhoAsksForItLater() {
        // Given
        shifts.clock.set(TestShifts.WINDOW_END.plusSeconds(2));
        // When
        Versioned<Shift> ended = service.end(order("r1", "d1"));
        // Then
        assertThat(ended.value())
                .isEqualTo(
                        new Ended(
                                ended.value().details(),
                                Duration.ZERO,
                                TestShifts.WINDOW_END,
                                EndReason.WINDOW));
    }

    @Test
    void refusesToEndAShiftThatWaitsForItsDrive() {
        // Given
        shifts.slots.engage("d1");
        shifts.clock.set(TestShifts.WINDOW_END);
        shifts.clockOff.sweep();
        // Then
        assertRefused(
                ErrorReason.ERROR_REASON_DRIVER_ENGAGED, () -> service.end(order("r1", "d1")));
    }
}
