package dev.supporters.policy.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** What a stop says, and to whom. */
class StoppedExperimentsTest extends ExperimentServiceFixture {

    @Test
    void aStopIsStoredWithItsReasonAndToldWithoutTheVersions() {
        // Given
        service.put(update("r1", "far", SATURDAY, 14, 0));
        clock.advance(Duration.ofDays(3));

        // When
        RegionExperiments left = service.stop(stop("r2", "far"));

        // Then
        Experiment.Stop stop = new Experiment.Stop(clock.instant(), "guard", "it has lost");
        assertThat(left.version()).isEqualTo(2);
        assertThat(left.find("far").orElseThrow().stop()).contains(stop);
        assertThat(changed(1).getExperiment().getStop().getReason()).isEqualTo("it has lost");
        assertThat(changed(1).getExperiment().getStop().getStoppedBy()).isEqualTo("guard");
        assertThat(changed(1).hasTreatment()).isFalse();
        assertThat(documents.published().get(1).key()).isEqualTo("DRIVER/seoul/far");
    }

    @Test
    void whoStopsAfterAnotherChangesNothing() {
        // Given
        service.put(update("r1", "far", SATURDAY, 14, 0));
        RegionExperiments stopped = service.stop(stop("r2", "far"));

        // When
        RegionExperiments again =
                service.stop(new ExperimentStopRequest("r3", SEOUL, "far", "rain", "kim"));

        // Then
        assertThat(again).isEqualTo(stopped);
        assertThat(documents.published()).hasSize(2);
        assertThatThrownBy(() ->
                        service.stop(new ExperimentStopRequest("r3", SEOUL, "far", "sun", "kim")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_REQUEST_ID_REUSED));
    }

    @Test
    void anExperimentThatThereIsNotCannotBeStopped() {
        assertThatThrownBy(() -> service.stop(stop("r1", "far")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_EXPERIMENT_NOT_FOUND));
        service.put(update("r2", "near", SATURDAY, 14, 0));
        assertThatThrownBy(() -> service.stop(stop("r3", "far")))
                .hasMessageContaining("DRIVER/seoul: far");
    }
}
