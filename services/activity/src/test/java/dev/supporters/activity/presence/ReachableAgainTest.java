package dev.supporters.activity.presence;

import static dev.supporters.activity.presence.Night.FRIDAY;
import static dev.supporters.activity.presence.Night.reachable;
import static dev.supporters.activity.presence.Night.unreachable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.WorkStep;

import org.junit.jupiter.api.Test;

/** A report ends an outage. */
class ReachableAgainTest {

    private final Night night = new Night();

    @Test
    void theNextReportMakesReachable() {
        // Given
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        night.sweepAt(121);

        // When
        night.goTo(300);
        night.report(300);
        night.sweepAt(301);
        night.sweepAt(302);

        // Then
        assertThat(night.published())
                .containsExactly(unreachable(FRIDAY, 120), reachable(FRIDAY, 300));
    }

    @Test
    void ofManyReportsBeforeTheSweepTheFirstMakesReachable() {
        // Given
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        night.sweepAt(121);

        // When
        night.goTo(300);
        night.report(300);
        night.goTo(310);
        night.report(310);
        night.sweepAt(311);

        // Then
        assertThat(night.published()).last().isEqualTo(reachable(FRIDAY, 300));
    }

    @Test
    void isUnreachableAgainAfterAReport() {
        // Given
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        night.sweepAt(121);
        night.goTo(300);
        night.report(300);
        night.sweepAt(301);

        // When
        night.sweepAt(421);

        // Then
        assertThat(night.published())
                .containsExactly(
                        unreachable(FRIDAY, 120), reachable(FRIDAY, 300), unreachable(FRIDAY, 420));
    }

    @Test
    void anOutageBetweenTwoSweepsIsStillPublishedToTheInstant() {
        // Given
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        night.sweepAt(1);

        // When
        night.goTo(150);
        night.report(150);
        night.sweepAt(250);

        // Then
        assertThat(night.published())
                .containsExactly(unreachable(FRIDAY, 120), reachable(FRIDAY, 150));
    }
}
