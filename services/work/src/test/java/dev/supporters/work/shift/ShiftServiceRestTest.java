package dev.supporters.work.shift;

import static dev.supporters.work.Refused.assertRefused;
import static dev.supporters.work.TestShifts.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.ChangeDecision;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.work.TestShifts;
import dev.supporters.work.shift.Shift.Resting;
import dev.supporters.work.shift.Shift.Working;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

class ShiftServiceRestTest {

    private final TestShifts shifts = new TestShifts();
    private final ShiftService service =
            new ShiftService(shifts.store, shifts.repository, shifts.asked, shifts.clock);

    @BeforeEach
    void begin() {
        shifts.begun("d1");
    }

    @Test
    void restsAndResumesAnyNumberOfTimes() {
        // When
        for (int i = 0; i < 3; i++) {
            service.rest(order("rest" + i, "d1"));
            shifts.clock.advance(Duration.ofMinutes(10));
            service.resume(order("resume" + i, "d1"));
            shifts.clock.advance(Duration.ofMinutes(5));
        }
        // Then
        assertThat(shifts.now("d1")).isInstanceOf(Working.class);
        assertThat(shifts.now("d1").rested()).isEqualTo(Duration.ofMinutes(30));
        assertThat(shifts.told())
                .extracting(WorkEvent::getVersion)
                .containsExactly(1L, 3L, 4L, 6L, 7L, 9L, 10L);
        assertThat(shifts.told())
                .extracting(WorkEvent::getPreviousVersion)
                .containsExactly(0L, 1L, 3L, 4L, 6L, 7L, 9L);
    }

    /** Ten rests of 58.9 s are 589 s on a stopwatch; the seconds in which they began and ended make 590. */
    @Test
    void countsTheSecondsThatSettlementAccountsToTheRests() {
        Instant begin = shifts.clock.instant();
        for (int i = 1; i <= 10; i++) {
            shifts.clock.set(begin.plusSeconds(i * 360L).plusMillis(600));
            service.rest(order("rest" + i, "d1"));
            shifts.clock.set(begin.plusSeconds(i * 360L).plusMillis(59_500));
            service.resume(order("resume" + i, "d1"));
        }

        assertThat(shifts.now("d1").rested()).isEqualTo(Duration.ofSeconds(590));
    }

    @Test
    void countsOnlyFinishedRests() {
        service.rest(order("r1", "d1"));
        shifts.clock.advance(Duration.ofMinutes(10));

        assertThat(shifts.now("d1").rested()).isZero();
    }

    @Test
    void pausesTheSlotBeforeARestAndFreesItAfterIt() {
        service.rest(order("r1", "d1"));
        service.resume(order("r2", "d1"));

        assertThat(shifts.slots.asked()).containsExactly("pause d1 at 2", "unpause d1 at 4");
    }

    @Test
    void refusesARestWhileACallIsBeingDriven() {
        shifts.slots.engage("d1");

        assertRefused(
                ErrorReason.ERROR_REASON_DRIVER_ENGAGED, () -> service.rest(order("r1", "d1")));
        assertThat(shifts.now("d1")).isInstanceOf(Working.class);
    }

    @Test
    void refusesARestWhenCommanderDoesNotAnswer() {
        shifts.slots.down(true);

        assertRefused(ErrorReason.ERROR_REASON_UNAVAILABLE, () -> service.rest(order("r1", "d1")));
        assertThat(shifts.now("d1")).isInstanceOf(Working.class);
    }

    @Test
    void refusesASecondRestAndASecondResume() {
        service.rest(order("r1", "d1"));
        assertRefused(
                ErrorReason.ERROR_REASON_WRONG_WORK_STATE, () -> service.rest(order("r2", "d1")));

        service.resume(order("r3", "d1"));
        assertRefused(
                ErrorReason.ERROR_REASON_WRONG_WORK_STATE, () -> service.resume(order("r4", "d1")));
    }

    @Test
    void answersTheSameRequestWithoutDoingItAgain() {
        // Given
        service.rest(order("r1", "d1"));
        Versioned<Shift> again = service.rest(order("r1", "d1"));
        service.resume(order("r2", "d1"));
        // When
        Versioned<Shift> resumedAgain = service.resume(order("r2", "d1"));
        // Then
        assertThat(again.repeated()).isTrue();
        assertThat(again.value()).isInstanceOf(Resting.class);
        assertThat(resumedAgain.repeated()).isTrue();
        assertThat(shifts.told()).hasSize(3);
    }

    @Test
    void oneRequestIdMayRestAndResume() {
        service.rest(order("same", "d1"));
        service.resume(order("same", "d1"));

        assertThat(shifts.now("d1")).isInstanceOf(Working.class);
    }

    @Test
    void refusesWhoNeverWorkedAndWhoseWindowHasEnded() {
        assertRefused(
                ErrorReason.ERROR_REASON_NOT_WORKING, () -> service.rest(order("r1", "stranger")));
        shifts.clock.set(TestShifts.WINDOW_END);
        assertRefused(ErrorReason.ERROR_REASON_NOT_WORKING, () -> service.rest(order("r2", "d1")));
        assertRefused(
                ErrorReason.ERROR_REASON_NOT_WORKING, () -> service.resume(order("r3", "d1")));
    }

    @Test
    void refusesWhoseShiftHasEnded() {
        shifts.clock.set(TestShifts.WINDOW_END);
        shifts.clockOff.sweep();

        assertRefused(ErrorReason.ERROR_REASON_NOT_WORKING, () -> service.rest(order("r1", "d1")));
        assertRefused(
                ErrorReason.ERROR_REASON_NOT_WORKING, () -> service.resume(order("r2", "d1")));
    }

    @Test
    void resumesEvenWhenCommanderDoesNotAnswer() {
        service.rest(order("r1", "d1"));
        shifts.slots.down(true);

        assertThat(service.resume(order("r2", "d1")).value()).isInstanceOf(Working.class);
    }

    @Test
    void neverPausesASlotForARestThatCouldNotBeStored() {
        // Given
        AggregateStore<Shift> failing = new FailsToWrite(shifts.store);
        ShiftService service =
                new ShiftService(
                        failing,
                        shifts.repository,
                        new AskedChanges(failing, shifts.repository, shifts.slots, shifts.meters),
                        shifts.clock);
        // When
        assertThatThrownBy(() -> service.rest(order("r1", "d1")))
                .isInstanceOf(IllegalStateException.class);
        // Then
        assertThat(shifts.slots.asked()).isEmpty();
    }

    /** A store that is read but cannot be written. */
    private record FailsToWrite(AggregateStore<Shift> store) implements AggregateStore<Shift> {

        @Override
        public Optional<Versioned<Shift>> react(
                String id, String cause, ChangeDecision<Shift> decision) {
            return store.react(
                    id,
                    cause,
                    (current, version) -> {
                        if (decision.decide(current, version).isPresent()) {
                            throw new IllegalStateException("the store does not answer");
                        }
                        return Optional.empty();
                    });
        }

        @Override
        public Optional<Versioned<Shift>> find(String id) {
            return store.find(id);
        }

        @Override
        public List<Versioned<Shift>> findAll(Collection<String> ids) {
            return store.findAll(ids);
        }

        @Override
        public List<Versioned<Shift>> query(Query query) {
            return store.query(query);
        }
    }
}
