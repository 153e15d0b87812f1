package dev.supporters.driver.eligibility;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.JoinPolicy;
import dev.supporters.driver.statistics.DriverStatistics;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether a driver may join the supporters group: a policy's limits, compared with the driver's last four weeks. */
public record Eligibility(List<Criterion> criteria, DriverStatistics statistics) {

    public Eligibility {
        criteria = List.copyOf(criteria);
        requireNonNull(statistics);
    }

    /** Every criterion, also those without a limit. */
    public static Eligibility of(JoinPolicy policy, DriverStatistics statistics) {
        return new Eligibility(
                List.of(
                        new Criterion(
                                Criterion.Kind.COMPLETED_DRIVES,
                                OptionalDouble.of(statistics.completedDrives()),
                                unlessZero(policy.minCompletedDrives())),
                        new Criterion(
                                Criterion.Kind.CANCELLATION_PERCENT,
                                statistics.cancellationPercent(),
                                limit(policy.maxCancellationPercent())),
                        new Criterion(
                                Criterion.Kind.ACCIDENTS,
                                OptionalDouble.of(statistics.accidents()),
                                limit(policy.maxAccidents())),
                        new Criterion(
                                Criterion.Kind.FINES,
                                OptionalDouble.of(statistics.fines()),
                                limit(policy.maxFines())),
                        new Criterion(
                                Criterion.Kind.RATING,
                                statistics.averageRating(),
                                unlessZero(policy.minRating()))),
                statistics);
    }

    public boolean eligible() {
        return criteria.stream().allMatch(Criterion::met);
    }

    /** Refused: NOT_ELIGIBLE, with every criterion that is not met. */
    public Eligibility require() {
        if (!eligible()) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_NOT_ELIGIBLE,
                    unmet(Criterion::found),
                    unmet(Criterion::expected));
        }
        return this;
    }

    private String unmet(Function<Criterion, String> text) {
        return criteria.stream()
                .filter(criterion -> !criterion.met())
                .map(text)
                .collect(Collectors.joining(", "));
    }

    private static OptionalDouble unlessZero(double limit) {
        return limit == 0 ? OptionalDouble.empty() : OptionalDouble.of(limit);
    }

    private static OptionalDouble limit(OptionalInt limit) {
        return limit.isPresent() ? OptionalDouble.of(limit.getAsInt()) : OptionalDouble.empty();
    }
}
