package dev.supporters.work.clockoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.work.v1.WorkEndReason;
import dev.supporters.testkit.Race;
import dev.supporters.work.Works;
import dev.supporters.work.shift.EndReason;
import dev.supporters.work.shift.Ended;
import dev.supporters.work.shift.Ending;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.WorkId;
import dev.supporters.work.shift.Working;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class ClockOffTest {

    private static final Instant LATER = Works.WINDOW_END.plusSeconds(600);

    private final Works works = new Works();
    private final WorkId id = new WorkId(Works.id("d1"));

    @BeforeEach
    void begin() {
        works.begun("d1");
    }

    @Test
    void leavesAWorkAloneBeforeItsWindowEnds() {
        works.clock.set(Works.WINDOW_END.minusMillis(1));

        works.clockOff.sweep();

        assertThat(works.now("d1")).isInstanceOf(Working.class);
    }

    @Test
    void endsAWorkAtItsWindowsEnd() {
        works.clock.set(Works.WINDOW_END);

        works.clockOff.sweep();

        assertEnded(Works.WINDOW_END, EndReason.WINDOW);
        assertThat(works.told().getLast().getEnded().getReason())
                .isEqualTo(WorkEndReason.WORK_END_REASON_WINDOW);
    }

    @Test
    void aWorkWhoseEndIsNoticedLateEndsAtItsWindowsEndAllTheSame() {
        works.clock.set(LATER);

        works.newClockOff().sweep();

        assertEnded(Works.WINDOW_END, EndReason.WINDOW);
    }

    @Test
    void aDriverOnADriveEndsWhenTheDriveEnds() {
        // Given
        works.engagements.engage("d1");
        works.clock.set(Works.WINDOW_END);
        works.clockOff.sweep();
        assertThat(works.now("d1")).isInstanceOf(Ending.class);
        // When
        works.clock.set(LATER);
        works.clockOff.driveEnded(id, LATER, "event-1");
        // Then
        assertEnded(LATER, EndReason.AFTER_DRIVE);
        assertThat(works.toldCases())
                .containsExactly(
                        WorkEvent.EventCase.BEGUN,
                        WorkEvent.EventCase.ENDING,
                        WorkEvent.EventCase.ENDED);
        assertThat(works.told()).extracting(WorkEvent::getVersion).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aDriveThatEndsAfterTheWindowBeforeAnybodyLookedEndsTheWorkThen() {
        works.clockOff.driveEnded(id, Works.WINDOW_END.plusMillis(5), "event-1");

        assertEnded(Works.WINDOW_END.plusMillis(5), EndReason.AFTER_DRIVE);
    }

    @Test
    void aDriveThatEndsBeforeTheWindowEndsNothing() {
        works.clockOff.driveEnded(id, Works.WINDOW_END.minusMillis(1), "event-1");

        assertThat(works.now("d1")).isInstanceOf(Working.class);
    }

    @Test
    void aLateEventOfAnEarlierCommandDoesNotEndAWorkThatWaitsForItsDrive() {
        // Given
        works.engagements.engage("d1");
        works.clock.set(Works.WINDOW_END);
        works.clockOff.sweep();
        // When
        works.clockOff.driveEnded(id, Works.WINDOW_END.minusSeconds(1), "event-1");
        // Then
        assertThat(works.now("d1")).isInstanceOf(Ending.class);
    }

    @Test
    void theSameEventTwiceEndsAWorkOnce() {
        works.clockOff.driveEnded(id, LATER, "event-1");
        works.clockOff.driveEnded(id, LATER, "event-1");
        works.clockOff.driveEnded(id, LATER.plusSeconds(1), "event-2");

        assertEnded(LATER, EndReason.AFTER_DRIVE);
        assertThat(works.told()).hasSize(2);
    }

    @Test
    void anEventOfAnUnknownWorkIsPassedOver() {
        works.clockOff.driveEnded(new WorkId("nobody-driver-2026-11-20"), LATER, "event-1");

        assertThat(works.told()).hasSize(1);
    }

    @Test
    void triesAgainWhileCommanderDoesNotAnswer() {
        // Given
        works.clock.set(Works.WINDOW_END);
        works.engagements.down(true);
        works.clockOff.sweep();
        assertThat(works.now("d1")).isInstanceOf(Working.class);
        // When
        works.clock.set(LATER);
        works.engagements.down(false);
        works.clockOff.sweep();
        // Then
        assertEnded(Works.WINDOW_END, EndReason.WINDOW);
    }

    @Test
    void aWorkWhoseDrivesLastEventNeverComesEndsWhenItsSlotWasFirstSeenFree() {
        // Given
        works.engagements.engage("d1");
        works.clock.set(Works.WINDOW_END);
        works.clockOff.sweep();
        works.engagements.free("d1");
        // When
        works.clock.set(LATER);
        for (int i = 0; i < Works.PATIENCE; i++) {
            assertThat(works.now("d1")).isInstanceOf(Ending.class);
            works.clockOff.sweep();
            works.clock.advance(Duration.ofSeconds(1));
        }
        // Then
        assertEnded(LATER, EndReason.AFTER_DRIVE);
    }

    @Test
    void twoProcessesAtOnceEndAWorkOnce() {
        // Given
        works.clock.set(Works.WINDOW_END);
        ClockOff other = works.newClockOff();
        // When
        Race.run(
                () -> {
                    works.clockOff.sweep();
                    return true;
                },
                () -> {
                    other.sweep();
                    return true;
                });
        // Then
        assertThat(works.toldCases())
                .containsExactly(WorkEvent.EventCase.BEGUN, WorkEvent.EventCase.ENDED);
    }

    @Test
    void looksAgainAndAgainAndExactlyAtTheWindowsEnd() {
        // Given
        new ClockOffTimer(works.clockOff, works.shifts, works.clock, works.clock, Works.config())
                .start(new io.quarkus.runtime.StartupEvent());
        works.clock.tick();
        // When the clock reaches the end, without another look
        works.clock.set(Works.WINDOW_END);
        // Then
        assertEnded(Works.WINDOW_END, EndReason.WINDOW);
    }

    private void assertEnded(Instant end, EndReason reason) {
        Shift shift = works.now("d1");
        assertThat(shift).isEqualTo(new Ended(shift.frame(), Duration.ZERO, end, reason));
    }
}
