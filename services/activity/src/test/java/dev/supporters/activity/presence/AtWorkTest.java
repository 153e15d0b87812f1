package dev.supporters.activity.presence;

import static dev.supporters.activity.presence.Night.FRIDAY;
import static dev.supporters.activity.presence.Night.SATURDAY;
import static dev.supporters.activity.presence.Night.reachable;
import static dev.supporters.activity.presence.Night.reachableOffWork;
import static dev.supporters.activity.presence.Night.unreachable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.WorkStep;
import dev.supporters.proto.events.location.v1.LocationEvent;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Only drivers at work are watched. */
class AtWorkTest {

    private final Night night = new Night();

    @Test
    void aDriverWhoIsNotAtWorkNeedNotReport() {
        // Given
        night.report(0);
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        night.work(FRIDAY, 2, WorkStep.State.ENDED, 60);

        // When
        night.sweepAt(1000);

        // Then
        assertThat(night.published()).isEmpty();
    }

    @Test
    void aDriverWhoRestsNeedNotReportAndTheResumeIsAContact() {
        // Given
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        night.work(FRIDAY, 2, WorkStep.State.RESTING, 60);
        night.sweepAt(1000);
        night.work(FRIDAY, 3, WorkStep.State.WORKING, 1000);

        // When
        night.sweepAt(1119);
        List<LocationEvent> before = night.published();
        night.sweepAt(1120);

        // Then
        assertThat(before).isEmpty();
        assertThat(night.published()).containsExactly(unreachable(FRIDAY, 1120));
    }

    @Test
    void theWindowsEndIsNoContactAndTheLastDriveIsWatched() {
        // Given
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        night.work(FRIDAY, 2, WorkStep.State.ENDING, 60);

        // When
        night.sweepAt(121);

        // Then
        assertThat(night.published()).containsExactly(unreachable(FRIDAY, 120));
    }

    @Test
    void aReportAfterTheShiftMakesReachableWithoutAShift() {
        // Given
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        night.sweepAt(121);
        night.work(FRIDAY, 2, WorkStep.State.ENDED, 200);
        night.sweepAt(201);

        // When
        night.goTo(300);
        night.report(300);
        night.sweepAt(301);

        // Then
        assertThat(night.published())
                .containsExactly(unreachable(FRIDAY, 120), reachableOffWork(300));
    }

    @Test
    void theNextBeginMakesReachable() {
        // Given
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        night.sweepAt(121);
        night.work(FRIDAY, 2, WorkStep.State.ENDED, 200);

        // When
        night.goTo(90_000);
        night.work(SATURDAY, 1, WorkStep.State.WORKING, 90_000);
        night.sweepAt(90_001);

        // Then
        assertThat(night.published())
                .containsExactly(unreachable(FRIDAY, 120), reachable(SATURDAY, 90_000));
    }

    @Test
    void repeatedEventsOfTheWorkTopicChangeNothing() {
        // Given
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        night.work(FRIDAY, 2, WorkStep.State.ENDED, 60);

        // When
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        night.sweepAt(1000);

        // Then
        assertThat(night.published()).isEmpty();
    }
}
