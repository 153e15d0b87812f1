package dev.supporters.work.removal;

import static dev.supporters.work.Refused.assertRefused;
import static dev.supporters.work.TestShifts.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.DriverId;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.work.v1.WorkEndReason;
import dev.supporters.work.TestShifts;
import dev.supporters.work.begin.MembershipClient.Membership;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.Shift.EndReason;
import dev.supporters.work.shift.Shift.Ended;
import dev.supporters.work.shift.Shift.Working;
import dev.supporters.work.shift.ShiftService;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A working member who is removed from the group: the drive is finished, then the shift ends, and says so. */
class RemovalServiceTest {

    private final TestShifts shifts = new TestShifts();
    private final ShiftService service =
            new ShiftService(shifts.store, shifts.repository, shifts.asked, shifts.clock);
    private Optional<Membership> member = Optional.empty();
    private final RemovalService removals =
            new RemovalService(
                    shifts.store, shifts.repository, (driverId, product) -> member, shifts.clock);

    @BeforeEach
    void begin() {
        shifts.begun("d1");
        shifts.clock.advance(Duration.ofMinutes(90));
    }

    @Test
    void theShiftOfWhoWaitsEndsWithTheRemoval() {
        // Given
        Instant removedAt = shifts.clock.instant();

        // When
        removed();
        shifts.clock.advance(Duration.ofSeconds(2));
        looksTwice();

        // Then
        assertThat(shifts.now("d1")).isEqualTo(ended(removedAt));
        assertThat(shifts.told().getLast().getEnded().getReason())
                .isEqualTo(WorkEndReason.WORK_END_REASON_REMOVED);
    }

    @Test
    void whoDrivesFinishesTheDrive() {
        // Given
        shifts.slots.engage("d1");
        removed();
        looksTwice();
        assertThat(shifts.now("d1")).isInstanceOf(Working.class);

        // When
        shifts.clock.advance(Duration.ofMinutes(20));
        Instant driveEnd = shifts.clock.instant();
        shifts.slots.driveEnded("d1", driveEnd);
        looksTwice();

        // Then
        assertThat(shifts.now("d1")).isEqualTo(ended(driveEnd));
    }

    @Test
    void whoIsRemovedNeitherRestsNorGoesOnAfterwards() {
        removed();

        assertRefused(
                ErrorReason.ERROR_REASON_WRONG_WORK_STATE, () -> service.rest(order("r1", "d1")));
        assertThat(service.end(order("r2", "d1")).value())
                .isInstanceOfSatisfying(
                        Ended.class,
                        over -> assertThat(over.reason()).isEqualTo(EndReason.REMOVED));
    }

    @Test
    void aRestingDriverWhoIsRemovedIsPaidNoLongerThanUntilTheRest() {
        service.rest(order("r1", "d1"));
        shifts.clock.advance(Duration.ofMinutes(10));
        Instant removedAt = shifts.clock.instant();

        removed();
        looksTwice();

        assertThat(shifts.now("d1"))
                .isEqualTo(
                        new Ended(
                                shifts.now("d1").details(),
                                Duration.ofMinutes(10),
                                removedAt,
                                EndReason.REMOVED));
    }

    @Test
    void whoIsAMemberAgainWhenTheEventComesGoesOn() {
        member = Optional.of(new Membership("seoul", true, 1));

        removed();
        looksTwice();

        assertThat(shifts.now("d1")).isInstanceOf(Working.class);
    }

    @Test
    void whoIsStillAMemberIsNotRemoved() {
        removals.profileChanged(new DriverId("d1"), Set.of(Product.PRODUCT_DRIVER), "e1");
        looksTwice();

        assertThat(shifts.now("d1")).isInstanceOf(Working.class);
    }

    @Test
    void anEventThatComesAgainChangesNothingMore() {
        removed();
        looksTwice();
        Shift over = shifts.now("d1");

        shifts.clock.advance(Duration.ofMinutes(5));
        removed();
        looksTwice();

        assertThat(shifts.now("d1")).isEqualTo(over);
    }

    @Test
    void afterTheWindowsEndTheClockOffEndsIt() {
        shifts.clock.set(TestShifts.WINDOW_END.plusSeconds(1));

        removed();
        looksTwice();
        shifts.clockOff.sweep();

        assertThat(shifts.now("d1"))
                .isInstanceOfSatisfying(
                        Ended.class, over -> assertThat(over.reason()).isEqualTo(EndReason.WINDOW));
    }

    private void removed() {
        removals.profileChanged(new DriverId("d1"), Set.of(), "e1");
    }

    private void looksTwice() {
        shifts.asked.sweep();
        shifts.asked.sweep();
    }

    private Ended ended(Instant end) {
        return new Ended(shifts.now("d1").details(), Duration.ZERO, end, EndReason.REMOVED);
    }
}
