package dev.supporters.local.report;

import java.util.Arrays;
import java.util.Collection;

/** Mean and percentiles (nearest rank) of some numbers; zero where there are none. */
final class Figures {

    private final double[] sorted;

    private Figures(double[] sorted) {
        this.sorted = sorted;
    }

    static Figures of(Collection<Double> numbers) {
        double[] sorted = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Figures(sorted);
    }

    double mean() {
        return Arrays.stream(sorted).average().orElse(0);
    }

    double percentile(double percent) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.max(0, Math.ceil(percent / 100 * sorted.length) - 1)];
    }

    int count() {
        return sorted.length;
    }
}
