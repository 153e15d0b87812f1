package dev.supporters.activity.presence;

import static dev.supporters.activity.presence.Night.DRIVER;
import static dev.supporters.activity.presence.Night.FRIDAY;
import static dev.supporters.activity.presence.Night.at;
import static dev.supporters.activity.presence.Night.reachable;
import static dev.supporters.activity.presence.Night.step;
import static dev.supporters.activity.presence.Night.unreachable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.WorkStep;

import org.junit.jupiter.api.Test;

/** Several processes watch the same driver, and read each other's events in any order. */
class OtherProcessesTest {

    private final Night night = new Night();

    @Test
    void twoProcessesPublishItOnce() {
        // Given
        PresenceMonitor other = night.anotherMonitor();
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        other.apply(step(FRIDAY, 1, WorkStep.State.WORKING, 0));

        // When
        night.sweepAt(121);
        other.sweep();
        night.goTo(200);
        night.report(200);
        night.sweepAt(201);
        other.applyPosition(DRIVER, Night.fix(200));
        other.sweep();

        // Then
        assertThat(night.published())
                .containsExactly(unreachable(FRIDAY, 120), reachable(FRIDAY, 200));
    }

    @Test
    void aPositionThatAnotherProcessTookCounts() {
        // Given
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        night.goTo(60);

        // When
        night.monitor.applyPosition(DRIVER, Night.fix(60));
        night.sweepAt(179);

        // Then
        assertThat(night.published()).isEmpty();
        assertThat(night.report(60)).isZero();
    }

    @Test
    void theLastPlaceIsThatOfThePositionThatAnotherProcessTook() {
        // Given
        night.goTo(60);

        // When
        night.monitor.applyPosition(DRIVER, Night.fix(60));

        // Then
        assertThat(night.monitor.lastPlace(DRIVER)).contains(Night.fix(60));
        assertThat(night.anotherMonitor().lastPlace(DRIVER)).isEmpty();
    }

    @Test
    void aReportToThisProcessEndsAnOutageThatAnotherPublished() {
        // Given
        PresenceMonitor other = night.anotherMonitor();
        other.apply(step(FRIDAY, 1, WorkStep.State.WORKING, 0));
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        night.goTo(121);
        other.sweep();
        night.monitor.applyUnreachable(DRIVER, FRIDAY, at(120));

        // When
        night.goTo(150);
        night.report(150);
        night.sweepAt(151);

        // Then
        assertThat(night.published())
                .containsExactly(unreachable(FRIDAY, 120), reachable(FRIDAY, 150));
    }

    @Test
    void aLateEventOfAnOlderReturnDoesNotEndANewerOutage() {
        // Given
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        night.sweepAt(121);
        night.goTo(130);
        night.report(130);
        night.sweepAt(131);
        night.sweepAt(251);

        // When
        night.monitor.applyReachable(DRIVER, at(130));
        night.goTo(300);
        night.report(300);
        night.sweepAt(301);

        // Then
        assertThat(night.published()).last().isEqualTo(reachable(FRIDAY, 300));
        assertThat(night.published()).hasSize(4);
    }
}
