package dev.supporters.routing.supporter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EngagementStatusTest {

    @Test
    void goesThroughADrive() {
        EngagementStatus commanded = EngagementStatus.UNHEARD.busy(2, "c1");

        assertThat(commanded).isEqualTo(new EngagementStatus.Busy(2, "c1"));
        assertThat(commanded.busy(3, "c1").idle(6, "c1"))
                .isEqualTo(new EngagementStatus.Idle(6, "c1"));
    }

    @Test
    void passesOverWhatComesAgain() {
        // Given
        EngagementStatus refused = EngagementStatus.UNHEARD.busy(2, "c1").idle(3, "c1");

        // Then
        assertThat(refused.busy(2, "c1")).isEqualTo(refused);
        assertThat(refused.busy(4, "c2").idle(3, "c1"))
                .isEqualTo(new EngagementStatus.Busy(4, "c2"));
    }

    @Test
    void isBusyAtOnceWithACommandJustGiven() {
        // Given
        EngagementStatus commanded = EngagementStatus.UNHEARD.commanded("c1");

        // Then
        assertThat(commanded).isEqualTo(new EngagementStatus.Busy(0, "c1"));
        assertThat(commanded.busy(2, "c1").idle(3, "c1"))
                .isEqualTo(new EngagementStatus.Idle(3, "c1"));
    }

    @Test
    void isNotBusyWithACommandWhoseEndCameBeforeItsAnswer() {
        // Given
        EngagementStatus cancelled = EngagementStatus.UNHEARD.busy(2, "c1").idle(3, "c1");

        // Then
        assertThat(cancelled.commanded("c1")).isEqualTo(cancelled);
        assertThat(cancelled.commanded("c2")).isEqualTo(new EngagementStatus.Busy(3, "c2"));
    }

    @Test
    void staysWithTheNewerCommandWhenAnOlderAnswerComesLate() {
        assertThat(EngagementStatus.UNHEARD.busy(4, "c2").commanded("c1"))
                .isEqualTo(new EngagementStatus.Busy(4, "c2"));
    }
}
