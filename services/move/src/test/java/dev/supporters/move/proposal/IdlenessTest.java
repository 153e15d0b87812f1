package dev.supporters.move.proposal;

import static dev.supporters.move.proposal.Night.FRIDAY;
import static dev.supporters.move.proposal.Night.SATURDAY;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.move.proposal.WorkStep.Standing;

import org.junit.jupiter.api.Test;

/** Who is idle, and so may be sent somewhere. */
class IdlenessTest {

    private final Night night = new Night();

    @Test
    void dropsASignalForWhoHasACommandOrRestsOrIsPastTheWindow() {
        night.begin();
        night.activity(FRIDAY, 2, true, 1);
        night.signal("m1", 600);
        night.activity(FRIDAY, 3, false, 2);
        night.work(FRIDAY, 2, Standing.RESTING, 3);
        night.signal("m2", 600);
        night.work(FRIDAY, 3, Standing.ENDING, 4);
        night.signal("m3", 600);

        assertThat(night.active()).isEmpty();
        assertThat(night.told()).isEmpty();
        assertThat(night.counted("engaged")).isEqualTo(1);
        assertThat(night.counted("resting")).isEqualTo(1);
        assertThat(night.counted("ending")).isEqualTo(1);
    }

    @Test
    void afterTheDriveTheDriverIsIdleAgain() {
        // Given
        night.begin();
        night.activity(FRIDAY, 2, true, 1);
        night.activity(FRIDAY, 5, false, 100);

        // When
        night.signal("m1", 600);

        // Then
        assertThat(night.active()).isPresent();
    }

    @Test
    void anEngagementOfAnOlderWorkIsOver() {
        // Given
        night.work(FRIDAY, 1, Standing.WORKING, -90_000);
        night.activity(FRIDAY, 2, true, -80_000);
        night.work(FRIDAY, 2, Standing.ENDED, -70_000);
        night.work(SATURDAY, 1, Standing.WORKING, 0);

        // When
        night.signal("m1", 600);

        // Then
        assertThat(night.active()).isPresent();
    }

    @Test
    void whatTheTopicsTellAgainChangesNothing() {
        // Given
        night.begin();
        night.activity(FRIDAY, 2, true, 1);
        night.activity(FRIDAY, 3, false, 2);
        night.signal("m1", 600);

        // When
        night.activity(FRIDAY, 2, true, 1);
        night.begin();

        // Then
        assertThat(night.active()).isPresent();
        assertThat(night.told()).containsExactly("m1 PROPOSED 0");
    }
}
