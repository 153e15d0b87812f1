package dev.supporters.move.proposal;

import static dev.supporters.move.proposal.Night.FRIDAY;
import static dev.supporters.move.proposal.Night.SATURDAY;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.WorkStep;

import org.junit.jupiter.api.Test;

/** Who is idle, and so may be sent somewhere. */
class AvailabilityTest {

    private final Night night = new Night();

    @Test
    void dropsASignalForADriverWithACommandOrAtRestOrPastTheWindow() {
        night.begin();
        night.activity(FRIDAY, 2, EngagementStep.State.COMMANDED, 1);
        night.signal("m1", 600);
        night.activity(FRIDAY, 3, EngagementStep.State.COMPLETED, 2);
        night.work(FRIDAY, 2, WorkStep.State.RESTING, 3);
        night.signal("m2", 600);
        night.work(FRIDAY, 3, WorkStep.State.ENDING, 4);
        night.signal("m3", 600);

        assertThat(night.active()).isEmpty();
        assertThat(night.published()).isEmpty();
        assertThat(night.counted("engaged")).isEqualTo(1);
        assertThat(night.counted("resting")).isEqualTo(1);
        assertThat(night.counted("ending")).isEqualTo(1);
    }

    @Test
    void afterTheDriveTheDriverIsIdleAgain() {
        // Given
        night.begin();
        night.activity(FRIDAY, 2, EngagementStep.State.COMMANDED, 1);
        night.activity(FRIDAY, 5, EngagementStep.State.COMPLETED, 100);

        // When
        night.signal("m1", 600);

        // Then
        assertThat(night.active()).isPresent();
    }

    @Test
    void anEngagementOfAnOlderShiftIsOver() {
        // Given
        night.work(FRIDAY, 1, WorkStep.State.WORKING, -90_000);
        night.activity(FRIDAY, 2, EngagementStep.State.COMMANDED, -80_000);
        night.work(FRIDAY, 2, WorkStep.State.ENDED, -70_000);
        night.work(SATURDAY, 1, WorkStep.State.WORKING, 0);

        // When
        night.signal("m1", 600);

        // Then
        assertThat(night.active()).isPresent();
    }

    @Test
    void repeatedEventsChangeNothing() {
        // Given
        night.begin();
        night.activity(FRIDAY, 2, EngagementStep.State.COMMANDED, 1);
        night.activity(FRIDAY, 3, EngagementStep.State.COMPLETED, 2);
        night.signal("m1", 600);

        // When
        night.activity(FRIDAY, 2, EngagementStep.State.COMMANDED, 1);
        night.begin();

        // Then
        assertThat(night.active()).isPresent();
        assertThat(night.published()).containsExactly("m1 PROPOSED 0");
    }
}
