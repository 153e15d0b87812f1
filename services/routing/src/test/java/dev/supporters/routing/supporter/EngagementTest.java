package dev.supporters.routing.supporter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EngagementTest {

    @Test
    void goesThroughADrive() {
        Engagement commanded = Engagement.UNHEARD.busy(2, "c1");

        assertThat(commanded).isEqualTo(new Engagement.Busy(2, "c1"));
        assertThat(commanded.busy(3, "c1").idle(6, "c1")).isEqualTo(new Engagement.Idle(6, "c1"));
    }

    @Test
    void passesOverWhatComesAgain() {
        // Given
        Engagement refused = Engagement.UNHEARD.busy(2, "c1").idle(3, "c1");

        // Then
        assertThat(refused.busy(2, "c1")).isEqualTo(refused);
        assertThat(refused.busy(4, "c2").idle(3, "c1")).isEqualTo(new Engagement.Busy(4, "c2"));
    }

    @Test
    void isBusyAtOnceWithACommandJustGiven() {
        // Given
        Engagement commanded = Engagement.UNHEARD.commanded("c1");

        // Then
        assertThat(commanded).isEqualTo(new Engagement.Busy(0, "c1"));
        assertThat(commanded.busy(2, "c1").idle(3, "c1")).isEqualTo(new Engagement.Idle(3, "c1"));
    }

    @Test
    void isNotBusyWithACommandWhoseEndCameBeforeItsAnswer() {
        // Given
        Engagement cancelled = Engagement.UNHEARD.busy(2, "c1").idle(3, "c1");

        // Then
        assertThat(cancelled.commanded("c1")).isEqualTo(cancelled);
        assertThat(cancelled.commanded("c2")).isEqualTo(new Engagement.Busy(3, "c2"));
    }

    @Test
    void staysWithTheNewerCommandWhenAnOlderAnswerComesLate() {
        assertThat(Engagement.UNHEARD.busy(4, "c2").commanded("c1"))
                .isEqualTo(new Engagement.Busy(4, "c2"));
    }
}
