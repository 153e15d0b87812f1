package dev.supporters.activity.presence;

import static dev.supporters.activity.presence.Night.DRIVER;
import static dev.supporters.activity.presence.Night.FRIDAY;
import static dev.supporters.activity.presence.Night.at;
import static dev.supporters.activity.presence.Night.reachable;
import static dev.supporters.activity.presence.Night.step;
import static dev.supporters.activity.presence.Night.unreachable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.activity.presence.WorkStep.Standing;

import org.junit.jupiter.api.Test;

/** Several processes look out, and hear what the others told, in any order. */
class OtherProcessesTest {

    private final Night night = new Night();

    @Test
    void twoProcessesSayItOnce() {
        // Given
        Lookout other = night.anotherLookout();
        night.work(FRIDAY, 1, Standing.WORKING, 0);
        other.note(DRIVER, step(FRIDAY, 1, Standing.WORKING, 0));

        // When
        night.sweepAt(121);
        other.sweep();
        night.goTo(200);
        night.report(200);
        night.sweepAt(201);
        other.notePosition(DRIVER, at(200));
        other.sweep();

        // Then
        assertThat(night.told())
                .containsExactly(unreachable(FRIDAY, 120), reachable(FRIDAY.value(), 200));
    }

    @Test
    void aPositionThatAnotherProcessTookCounts() {
        // Given
        night.work(FRIDAY, 1, Standing.WORKING, 0);
        night.goTo(60);

        // When
        night.lookout.notePosition(DRIVER, at(60));
        night.sweepAt(179);

        // Then
        assertThat(night.told()).isEmpty();
        assertThat(night.report(60)).isZero();
    }

    @Test
    void aReportToThisProcessEndsASilenceThatAnotherTold() {
        // Given
        Lookout other = night.anotherLookout();
        other.note(DRIVER, step(FRIDAY, 1, Standing.WORKING, 0));
        night.work(FRIDAY, 1, Standing.WORKING, 0);
        night.goTo(121);
        other.sweep();
        night.lookout.noteUnreachable(DRIVER, FRIDAY, at(120));

        // When
        night.goTo(150);
        night.report(150);
        night.sweepAt(151);

        // Then
        assertThat(night.told())
                .containsExactly(unreachable(FRIDAY, 120), reachable(FRIDAY.value(), 150));
    }

    @Test
    void anEchoOfAnOlderReturnDoesNotEndANewerSilence() {
        // Given
        night.work(FRIDAY, 1, Standing.WORKING, 0);
        night.sweepAt(121);
        night.goTo(130);
        night.report(130);
        night.sweepAt(131);
        night.sweepAt(251);

        // When
        night.lookout.noteReachable(DRIVER, at(130));
        night.goTo(300);
        night.report(300);
        night.sweepAt(301);

        // Then
        assertThat(night.told()).last().isEqualTo(reachable(FRIDAY.value(), 300));
        assertThat(night.told()).hasSize(4);
    }
}
