package dev.supporters.activity.presence;

import static dev.supporters.activity.presence.Night.FRIDAY;
import static dev.supporters.activity.presence.Night.at;
import static dev.supporters.activity.presence.Night.reachable;
import static dev.supporters.activity.presence.Night.unreachable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.WorkStep;
import dev.supporters.proto.events.location.v1.LocationEvent;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What is stored, so that it outlasts a restart. */
class StoredContactTest {

    private final Night night = new Night();

    @Test
    void reportsAreStoredAtMostEveryThirtySweeps() {
        // Given
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);

        // When
        for (int second = 1; second <= 95; second++) {
            night.goTo(second);
            night.report(second);
            night.monitor.sweep();
        }

        // Then
        assertThat(night.documents.find("1004550").orElseThrow().version()).isEqualTo(3);
        assertThat(night.documents.find("1004550").orElseThrow().value())
                .isEqualTo(new Presence.Reachable(FRIDAY, at(91), at(91)));
    }

    @Test
    void aDriverWhoIsNotAtWorkIsNotStored() {
        // When
        night.report(1);
        night.sweep(60);

        // Then
        assertThat(night.documents.find("1004550")).isEmpty();
    }

    @Test
    void afterARestartEveryDriverIsGrantedOneThreshold() {
        // Given
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        night.goTo(50);
        night.report(50);
        night.sweepAt(51);

        // When
        night.goTo(500);
        night.restart();
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        night.sweepAt(619);
        List<LocationEvent> before = night.published();
        night.sweepAt(620);

        // Then
        assertThat(before).isEmpty();
        assertThat(night.published()).containsExactly(unreachable(FRIDAY, 620));
    }

    @Test
    void anUnreachableDriverStaysSoAfterARestartUntilAReport() {
        // Given
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        night.sweepAt(121);
        night.goTo(500);
        night.restart();
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);

        // When
        night.sweepAt(501);
        night.sweepAt(700);
        List<LocationEvent> before = night.published();
        night.goTo(710);
        night.report(710);
        night.sweepAt(711);

        // Then
        assertThat(before).containsExactly(unreachable(FRIDAY, 120));
        assertThat(night.published())
                .containsExactly(unreachable(FRIDAY, 120), reachable(FRIDAY, 710));
    }

    @Test
    void afterARestartOlderPositionsThanTheStoredOneAreNotTaken() {
        // Given
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        night.goTo(50);
        night.report(50);
        night.sweep(31);
        night.restart();
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        night.sweep(1);

        // When
        int taken = night.report(40, 51);

        // Then
        assertThat(taken).isEqualTo(1);
    }
}
