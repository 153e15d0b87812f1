package dev.supporters.work.shift;

import static dev.supporters.work.Refused.assertRefused;
import static dev.supporters.work.Works.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Decision;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.work.Works;

import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

class RestsTest {

    private final Works works = new Works();
    private final Rests rests =
            new Rests(works.documents, works.shifts, works.engagements, works.clock);

    @BeforeEach
    void begin() {
        works.begun("d1");
    }

    @Test
    void restsAndResumesAnyNumberOfTimes() {
        // When
        for (int i = 0; i < 3; i++) {
            rests.rest(order("rest" + i, "d1"));
            works.clock.advance(Duration.ofMinutes(10));
            rests.resume(order("resume" + i, "d1"));
            works.clock.advance(Duration.ofMinutes(5));
        }
        // Then
        assertThat(works.now("d1")).isInstanceOf(Working.class);
        assertThat(works.now("d1").rested()).isEqualTo(Duration.ofMinutes(30));
        assertThat(works.told())
                .extracting(WorkEvent::getVersion)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void countsOnlyFinishedRests() {
        rests.rest(order("r1", "d1"));
        works.clock.advance(Duration.ofMinutes(10));

        assertThat(works.now("d1").rested()).isZero();
    }

    @Test
    void pausesTheSlotBeforeTheWorkRestsAndFreesItAfterItWorks() {
        rests.rest(order("r1", "d1"));
        rests.resume(order("r2", "d1"));

        assertThat(works.engagements.asked()).containsExactly("pause d1", "unpause d1");
    }

    @Test
    void refusesARestWhileACallIsBeingDriven() {
        works.engagements.engage("d1");

        assertRefused(ErrorReason.ERROR_REASON_DRIVER_ENGAGED, () -> rests.rest(order("r1", "d1")));
        assertThat(works.now("d1")).isInstanceOf(Working.class);
    }

    @Test
    void refusesARestWhenCommanderDoesNotAnswer() {
        works.engagements.down(true);

        assertRefused(ErrorReason.ERROR_REASON_UNAVAILABLE, () -> rests.rest(order("r1", "d1")));
        assertThat(works.now("d1")).isInstanceOf(Working.class);
    }

    @Test
    void refusesASecondRestAndASecondResume() {
        rests.rest(order("r1", "d1"));
        assertRefused(
                ErrorReason.ERROR_REASON_WRONG_WORK_STATE, () -> rests.rest(order("r2", "d1")));

        rests.resume(order("r3", "d1"));
        assertRefused(
                ErrorReason.ERROR_REASON_WRONG_WORK_STATE, () -> rests.resume(order("r4", "d1")));
    }

    @Test
    void answersTheSameRequestWithoutDoingItAgain() {
        // Given
        rests.rest(order("r1", "d1"));
        Versioned<Shift> again = rests.rest(order("r1", "d1"));
        rests.resume(order("r2", "d1"));
        // When
        Versioned<Shift> resumedAgain = rests.resume(order("r2", "d1"));
        // Then
        assertThat(again.repeated()).isTrue();
        assertThat(again.value()).isInstanceOf(Resting.class);
        assertThat(resumedAgain.repeated()).isTrue();
        assertThat(works.told()).hasSize(3);
    }

    @Test
    void oneRequestIdMayRestAndResume() {
        rests.rest(order("same", "d1"));
        rests.resume(order("same", "d1"));

        assertThat(works.now("d1")).isInstanceOf(Working.class);
    }

    @Test
    void refusesWhoNeverWorkedAndWhoseWindowHasEnded() {
        assertRefused(
                ErrorReason.ERROR_REASON_NOT_WORKING, () -> rests.rest(order("r1", "stranger")));
        works.clock.set(Works.WINDOW_END);
        assertRefused(ErrorReason.ERROR_REASON_NOT_WORKING, () -> rests.rest(order("r2", "d1")));
        assertRefused(ErrorReason.ERROR_REASON_NOT_WORKING, () -> rests.resume(order("r3", "d1")));
    }

    @Test
    void refusesWhoseWorkHasEnded() {
        works.clock.set(Works.WINDOW_END);
        works.clockOff.sweep();

        assertRefused(ErrorReason.ERROR_REASON_NOT_WORKING, () -> rests.rest(order("r1", "d1")));
        assertRefused(ErrorReason.ERROR_REASON_NOT_WORKING, () -> rests.resume(order("r2", "d1")));
    }

    @Test
    void resumesEvenWhenCommanderDoesNotAnswer() {
        rests.rest(order("r1", "d1"));
        works.engagements.down(true);

        assertThat(rests.resume(order("r2", "d1")).value()).isInstanceOf(Working.class);
    }

    @Test
    void freesTheSlotAgainWhenTheRestCouldNotBeStored() {
        // Given
        Rests failing =
                new Rests(
                        new FailsToWrite(works.documents),
                        works.shifts,
                        works.engagements,
                        works.clock);
        // When
        assertThatThrownBy(() -> failing.rest(order("r1", "d1")))
                .isInstanceOf(IllegalStateException.class);
        // Then
        assertThat(works.engagements.asked()).containsExactly("pause d1", "unpause d1");
    }

    /** A store that is read but cannot be written. */
    private record FailsToWrite(AggregateStore<Shift> documents) implements AggregateStore<Shift> {

        @Override
        public Optional<Versioned<Shift>> react(String id, String cause, Decision<Shift> decision) {
            return documents.react(
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
            return documents.find(id);
        }

        @Override
        public List<Versioned<Shift>> findAll(Collection<String> ids) {
            return documents.findAll(ids);
        }

        @Override
        public List<Versioned<Shift>> query(Bson filter, Bson sort, int limit) {
            return documents.query(filter, sort, limit);
        }

        @Override
        public void uniqueIndex(String name, String... stateFields) {
            documents.uniqueIndex(name, stateFields);
        }
    }
}
