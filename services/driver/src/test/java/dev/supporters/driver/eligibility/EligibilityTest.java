package dev.supporters.driver.eligibility;

import static dev.supporters.driver.Refused.refused;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.JoinPolicy;
import dev.supporters.driver.statistics.DriverStatistics;
import dev.supporters.driver.statistics.LastWeeks;
import dev.supporters.proto.common.v1.ErrorReason;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A policy's limits, and a driver's last four weeks. */
class EligibilityTest {

    private static final JoinPolicy POLICY =
            new JoinPolicy(
                    40,
                    OptionalInt.of(15),
                    OptionalInt.of(0),
                    OptionalInt.of(2),
                    4.2,
                    Duration.ZERO);

    @Test
    void whoeverIsAtEveryLimitIsEligible() {
        // When
        Eligibility found = Eligibility.of(POLICY, statistics(85, 15, 0, 2, 5, 21));

        // Then
        assertThat(found.eligible()).isTrue();
        assertThat(found.require()).isSameAs(found);
        assertThat(found.criteria())
                .containsExactly(
                        criterion(Criterion.Kind.COMPLETED_DRIVES, 85, 40),
                        criterion(Criterion.Kind.CANCELLATION_PERCENT, 15, 15),
                        criterion(Criterion.Kind.ACCIDENTS, 0, 0),
                        criterion(Criterion.Kind.FINES, 2, 2),
                        criterion(Criterion.Kind.RATING, 4.2, 4.2));
    }

    @Test
    void aRefusalNamesEachCriterionThatIsNotMetWithValueAndLimit() {
        // When
        Eligibility found = Eligibility.of(POLICY, statistics(39, 8, 1, 3, 3, 12));

        // Then
        assertThat(found.criteria()).extracting(Criterion::met).containsOnly(false);
        refused(
                ErrorReason.ERROR_REASON_NOT_ELIGIBLE,
                "COMPLETED_DRIVES: 39, CANCELLATION_PERCENT: 17.02, ACCIDENTS: 1, FINES: 3, RATING: 4",
                "COMPLETED_DRIVES: at least 40, CANCELLATION_PERCENT: at most 15, ACCIDENTS: at most 0,"
                        + " FINES: at most 2, RATING: at least 4.2",
                found::require);
    }

    @Test
    void whatNobodyKnowsSpeaksAgainstNobody() {
        // When
        Eligibility found = Eligibility.of(POLICY, statistics(0, 0, 0, 0, 0, 0));

        // Then
        assertThat(found.criteria())
                .extracting(Criterion::met)
                .containsExactly(false, true, true, true, true);
        assertThat(found.criteria().get(1).value()).isEmpty();
        assertThat(found.criteria().get(4).value()).isEmpty();
    }

    @Test
    void aPolicyWithoutLimitsLetsEverybodyJoinAndStillNamesEveryCriterion() {
        // When
        Eligibility found = Eligibility.of(JoinPolicy.OFF, statistics(0, 9, 9, 9, 1, 1));

        // Then
        assertThat(found.eligible()).isTrue();
        assertThat(found.criteria()).extracting(Criterion::kind).hasSize(5);
        assertThat(found.criteria())
                .extracting(Criterion::limit)
                .containsOnly(OptionalDouble.empty());
    }

    private static Criterion criterion(Criterion.Kind kind, double value, double limit) {
        return new Criterion(kind, OptionalDouble.of(value), OptionalDouble.of(limit));
    }

    private static DriverStatistics statistics(
            int completed, int cancelled, int accidents, int fines, int ratings, double sum) {
        return new DriverStatistics(
                new LastWeeks(LocalDate.parse("2026-10-24"), LocalDate.parse("2026-11-20")),
                completed,
                cancelled,
                accidents,
                fines,
                ratings,
                sum);
    }
}
