package dev.supporters.dispatch.assignment;

import dev.supporters.contract.DriverId;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Who of several supporters gets a call that has just come in. */
public final class CandidateChoice {

    private static final Comparator<Option> BEST_FIRST =
            Comparator.comparing(Option::exceedsShift)
                    .thenComparing(Comparator.comparingDouble(Option::keepProbability).reversed())
                    .thenComparingDouble(Option::etaSeconds)
                    .thenComparing(Option::driver);

    private CandidateChoice() {}

    /**
     * A supporter who may take the call.
     *
     * @param etaSeconds expected seconds to the customer, with what is left of a drive that is still under way
     * @param keepProbability that the customer keeps a drive with this ETA, 0 to 1
     * @param exceedsShift whether the drive goes too far beyond the end of the supporter's window
     */
    public record Option(
            DriverId driver, double etaSeconds, double keepProbability, boolean exceedsShift) {

        public Option {
            if (!(etaSeconds >= 0 && etaSeconds < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "etaSeconds: " + etaSeconds + " (expected: not negative)");
            }
            if (!(keepProbability >= 0 && keepProbability <= 1)) {
                throw new IllegalArgumentException(
                        "keepProbability: " + keepProbability + " (expected: from 0 to 1)");
            }
        }
    }

    /** Those within the longest pickup, best first: whose customer most probably keeps the drive, then the nearest. */
    public static List<Option> ranked(List<Option> options, Duration longestPickup) {
        double most = longestPickup.toMillis() / 1000.0;
        return options.stream()
                .filter(option -> option.etaSeconds() <= most)
                .sorted(BEST_FIRST)
                .toList();
    }
}
