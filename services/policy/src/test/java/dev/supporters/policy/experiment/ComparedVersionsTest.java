package dev.supporters.policy.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.common.v1.ErrorReason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Optional;

/** Which two versions of a policy an experiment may compare. */
class ComparedVersionsTest extends ExperimentServiceFixture {

    @Test
    void theControlIsTheNewestVersion() {
        refused(
                update("r1", 2, 1, SATURDAY),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "control_version");
    }

    @Test
    void aControlThatComesIntoForceAfterTheFirstNightsBeginIsRefused() {
        Instant begin = Instant.parse("2026-11-21T12:00:00Z");
        policy(SEOUL, 4, terms(15, 14_000), Optional.of(begin.plusMillis(1)));

        refused(
                update("r1", 4, 2, SATURDAY),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "control_version: 4, which is in force from 2026-11-21T12:00:00.001Z on");

        policy(SEOUL, 5, terms(15, 14_000), Optional.of(begin));
        assertThat(service.put(update("r2", 5, 2, SATURDAY)).experiments()).hasSize(1);
    }

    @Test
    void aControlThatLetsNoCallGoToSupportersIsRefused() {
        policy(SEOUL, 4, terms(15, 14_000, 0));

        refused(
                update("r1", 4, 2, SATURDAY),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "control_version: 4, of which rollout_percent is 0");
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void theTreatmentIsAnEarlierVersion(long treatment) {
        refused(
                update("r1", 3, treatment, SATURDAY),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "treatment_version");
    }

    @Test
    void aTreatmentLikeTheControlIsRefused() {
        refused(
                update("r1", 3, 1, SATURDAY),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "treatment_version");
    }

    @Test
    void whatOthersThanRoutingApplyMustBeTheSame() {
        policy(SEOUL, 4, terms(15, 15_000));

        refused(
                update("r1", 4, 2, SATURDAY),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                "treatment_version: 2, of which hourly_wage differs");
    }
}
