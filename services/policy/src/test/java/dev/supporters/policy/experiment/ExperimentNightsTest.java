package dev.supporters.policy.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.common.v1.ErrorReason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.LocalDate;

/** Which nights an experiment may have, and how many experiments a region keeps. */
class ExperimentNightsTest extends ExperimentServiceFixture {

    @Test
    void aNameIsUsedOnceInARegion() {
        service.put(update("r1", "far", SATURDAY, 14, 0));

        refused(
                update("r2", "far", SATURDAY.plusDays(20), 14, 1),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "name");
    }

    @ParameterizedTest
    @ValueSource(ints = {-13, 0, 13})
    void noTwoExperimentsHaveTheSameNight(int days) {
        service.put(update("r1", "far", SATURDAY.plusDays(20), 14, 0));

        refused(
                update("r2", "other", SATURDAY.plusDays(20L + days), 14, 1),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "first_date");
    }

    @Test
    void anExperimentMayFollowAnotherAndTakeTheNightsOfOneThatWasStopped() {
        service.put(update("r1", "far", SATURDAY, 14, 0));
        service.put(update("r2", "next", SATURDAY.plusDays(14), 14, 1));
        service.stop(stop("r3", "far"));

        RegionExperiments put = service.put(update("r4", "instead", SATURDAY, 14, 3));

        assertThat(put.experiments())
                .extracting(Experiment::name)
                .containsExactly("instead", "next", "far");
    }

    @Test
    void beyondAHundredTheOldestThatIsStoppedOrOverIsForgotten() {
        // Given
        service.put(update("planned", "planned", SATURDAY.plusDays(100), 1, 0));
        service.put(update("over", "over", SATURDAY, 1, 1));
        for (int number = 0; number < 98; number++) {
            service.put(update("stopped-" + number, SATURDAY.plusDays(50), 1));
            service.stop(stop("stop-" + number, "stopped-" + number));
        }
        clock.advance(Duration.ofDays(2));

        // When
        service.put(update("new-1", SATURDAY.plusDays(50), 1));
        service.put(update("new-2", SATURDAY.plusDays(51), 1));

        // Then
        assertThat(service.list("", 10).regions().getFirst().experiments())
                .hasSize(100)
                .extracting(Experiment::name)
                .contains("planned", "stopped-1", "new-1", "new-2")
                .doesNotContain("over", "stopped-0");
    }

    @Test
    void aHundredThatAreNeitherStoppedNorOverAreNotForgotten() {
        for (int number = 0; number < 100; number++) {
            service.put(update("planned-" + number, SATURDAY.plusDays(number), 1));
        }

        refused(
                update("new", SATURDAY.plusDays(100), 1),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "name: new");

        service.stop(stop("s", "planned-7"));
        assertThat(service.put(update("new", SATURDAY.plusDays(100), 1)).experiments())
                .hasSize(100)
                .extracting(Experiment::name)
                .contains("new", "planned-0")
                .doesNotContain("planned-7");
    }

    @Test
    void aNightThatHasBegunOrIsFarAwayIsNoFirstNight() {
        LocalDate tonight = SATURDAY.minusDays(1);
        refused(
                update("r1", "far", tonight, 14, 0),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "first_date");
        refused(
                update("r1", "far", SATURDAY.plusDays(366), 14, 0),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "first_date");
    }
}
