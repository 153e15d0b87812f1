package dev.supporters.activity.presence;

import static dev.supporters.activity.presence.Night.FRIDAY;
import static dev.supporters.activity.presence.Night.SATURDAY;
import static dev.supporters.activity.presence.Night.reachable;
import static dev.supporters.activity.presence.Night.unreachable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.activity.presence.WorkStep.Standing;
import dev.supporters.proto.events.location.v1.LocationEvent;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Only who is at work is looked out for. */
class AtWorkTest {

    private final Night night = new Night();

    @Test
    void whoIsNotAtWorkMayBeSilent() {
        // Given
        night.report(0);
        night.work(FRIDAY, 1, Standing.WORKING, 0);
        night.work(FRIDAY, 2, Standing.ENDED, 60);

        // When
        night.sweepAt(1000);

        // Then
        assertThat(night.told()).isEmpty();
    }

    @Test
    void whoRestsMayBeSilentAndIsHeardWithTheResume() {
        // Given
        night.work(FRIDAY, 1, Standing.WORKING, 0);
        night.work(FRIDAY, 2, Standing.RESTING, 60);
        night.sweepAt(1000);
        night.work(FRIDAY, 3, Standing.WORKING, 1000);

        // When
        night.sweepAt(1119);
        List<LocationEvent> before = night.told();
        night.sweepAt(1120);

        // Then
        assertThat(before).isEmpty();
        assertThat(night.told()).containsExactly(unreachable(FRIDAY, 1120));
    }

    @Test
    void theWindowsEndIsNoSignOfLifeAndTheLastDriveIsWatched() {
        // Given
        night.work(FRIDAY, 1, Standing.WORKING, 0);
        night.work(FRIDAY, 2, Standing.ENDING, 60);

        // When
        night.sweepAt(121);

        // Then
        assertThat(night.told()).containsExactly(unreachable(FRIDAY, 120));
    }

    @Test
    void aReportAfterTheWorkMakesReachableOutsideOfWork() {
        // Given
        night.work(FRIDAY, 1, Standing.WORKING, 0);
        night.sweepAt(121);
        night.work(FRIDAY, 2, Standing.ENDED, 200);
        night.sweepAt(201);

        // When
        night.goTo(300);
        night.report(300);
        night.sweepAt(301);

        // Then
        assertThat(night.told()).containsExactly(unreachable(FRIDAY, 120), reachable("", 300));
    }

    @Test
    void theNextBeginMakesReachable() {
        // Given
        night.work(FRIDAY, 1, Standing.WORKING, 0);
        night.sweepAt(121);
        night.work(FRIDAY, 2, Standing.ENDED, 200);

        // When
        night.goTo(90_000);
        night.work(SATURDAY, 1, Standing.WORKING, 90_000);
        night.sweepAt(90_001);

        // Then
        assertThat(night.told())
                .containsExactly(unreachable(FRIDAY, 120), reachable(SATURDAY.value(), 90_000));
    }

    @Test
    void whatTheWorkTopicTellsAgainChangesNothing() {
        // Given
        night.work(FRIDAY, 1, Standing.WORKING, 0);
        night.work(FRIDAY, 2, Standing.ENDED, 60);

        // When
        night.work(FRIDAY, 1, Standing.WORKING, 0);
        night.sweepAt(1000);

        // Then
        assertThat(night.told()).isEmpty();
    }
}
