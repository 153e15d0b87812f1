package dev.supporters.work.shift;

import static dev.supporters.work.Refused.assertRefused;
import static dev.supporters.work.Works.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.work.v1.WorkEndReason;
import dev.supporters.work.Works;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

class EndsTest {

    private final Works works = new Works();
    private final Ends ends =
            new Ends(works.documents, works.shifts, works.engagements, works.clock);

    @BeforeEach
    void begin() {
        works.begun("d1");
        works.clock.advance(Duration.ofMinutes(90));
    }

    @Test
    void endsAndTellsIt() {
        // When
        Versioned<Shift> ended = ends.end(order("r1", "d1"));
        // Then
        assertThat(ended.value())
                .isEqualTo(
                        new Ended(
                                ended.value().frame(),
                                Duration.ZERO,
                                works.clock.instant(),
                                EndReason.DRIVER));
        WorkEvent told = works.told().getLast();
        assertThat(told.getEnded().getReason()).isEqualTo(WorkEndReason.WORK_END_REASON_DRIVER);
        assertThat(told.getVersion()).isEqualTo(2);
        assertThat(works.engagements.asked()).containsExactly("close d1");
    }

    @Test
    void refusesWhileEngagedAndLeavesTheSlotOpenForFurtherCommands() {
        works.engagements.engage("d1");

        assertRefused(ErrorReason.ERROR_REASON_DRIVER_ENGAGED, () -> ends.end(order("r1", "d1")));
        assertThat(works.now("d1")).isInstanceOf(Working.class);
        assertThat(works.engagements.asked()).isEmpty();
    }

    @Test
    void refusesWhoDoesNotWork() {
        assertRefused(
                ErrorReason.ERROR_REASON_NOT_WORKING, () -> ends.end(order("r1", "stranger")));
        ends.end(order("r2", "d1"));
        assertRefused(ErrorReason.ERROR_REASON_NOT_WORKING, () -> ends.end(order("r3", "d1")));
    }

    @Test
    void refusesWhenCommanderDoesNotAnswer() {
        works.engagements.down(true);

        assertRefused(ErrorReason.ERROR_REASON_UNAVAILABLE, () -> ends.end(order("r1", "d1")));
    }

    @Test
    void answersTheSameRequestTheSame() {
        Versioned<Shift> first = ends.end(order("r1", "d1"));
        works.clock.advance(Duration.ofMinutes(1));

        Versioned<Shift> again = ends.end(order("r1", "d1"));

        assertThat(again.value()).isEqualTo(first.value());
        assertThat(works.told()).hasSize(2);
    }

    @Test
    void aRestThatIsUnderWayEndsWithTheWork() {
        // Given
        new Rests(works.documents, works.shifts, works.engagements, works.clock)
                .rest(order("r1", "d1"));
        works.clock.advance(Duration.ofMinutes(20));
        // When
        Versioned<Shift> ended = ends.end(order("r2", "d1"));
        // Then
        assertThat(ended.value().rested()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void endsAtTheWindowsEndWhoAsksForItLater() {
        // Given
        works.clock.set(Works.WINDOW_END.plusSeconds(2));
        // When
        Versioned<Shift> ended = ends.end(order("r1", "d1"));
        // Then
        assertThat(ended.value())
                .isEqualTo(
                        new Ended(
                                ended.value().frame(),
                                Duration.ZERO,
                                Works.WINDOW_END,
                                EndReason.WINDOW));
    }

    @Test
    void refusesToEndAWorkThatWaitsForItsDrive() {
        // Given
        works.engagements.engage("d1");
        works.clock.set(Works.WINDOW_END);
        works.clockOff.sweep();
        // Then
        assertRefused(ErrorReason.ERROR_REASON_DRIVER_ENGAGED, () -> ends.end(order("r1", "d1")));
    }
}
