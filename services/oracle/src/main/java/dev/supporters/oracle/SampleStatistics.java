package dev.supporters.oracle;

import java.util.Arrays;
import java.util.Collection;

/**
 * Mean and percentiles (nearest rank) of raw samples, however many processes they come from; zero where there are none. Percentiles
 * are never averaged: give it the samples of all.
 */
final class SampleStatistics {

    private final double[] sorted;

    private SampleStatistics(double[] sorted) {
        this.sorted = sorted;
    }

    static SampleStatistics of(Collection<Double> numbers) {
        double[] sorted = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new SampleStatistics(sorted);
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
