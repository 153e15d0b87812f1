package dev.supporters.insight.night;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How often values came, by steps: values are rounded to the nearest multiple of the width, and all from the last step on count there.
 * Histograms of the same width can be added, so that regions can be.
 *
 * @param width of a step
 * @param counts by step, from 0 on, without empty steps at the end; at most {@link #STEPS}
 * @param sum of the values as they were
 */
public record Histogram(double width, List<Long> counts, double sum) {

    public static final int STEPS = 120;

    public Histogram {
        counts = List.copyOf(counts);
        if (width <= 0 || counts.size() > STEPS) {
            throw new IllegalArgumentException(
                    "width: "
                            + width
                            + ", steps: "
                            + counts.size()
                            + " (expected: more than 0, at most "
                            + STEPS
                            + ")");
        }
    }

    public static Histogram empty(double width) {
        return new Histogram(width, List.of(), 0);
    }

    /** Of values that are 0 or more. */
    public static Histogram of(double width, Collection<Double> values) {
        long[] counts = new long[STEPS];
        double sum = 0;
        for (double value : values) {
            counts[Math.clamp(Math.round(value / width), 0, STEPS - 1)]++;
            sum += value;
        }
        return new Histogram(width, trimmed(counts), sum);
    }

    public Histogram plus(Histogram other) {
        if (other.width != width) {
            throw new IllegalArgumentException(
                    "width: " + other.width + " (expected: " + width + ")");
        }
        long[] all = new long[STEPS];
        for (int step = 0; step < STEPS; step++) {
            all[step] = count(step) + other.count(step);
        }
        return new Histogram(width, trimmed(all), sum + other.sum);
    }

    public long count() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** Of the values as they were. */
    public OptionalDouble mean() {
        long count = count();
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }

    /** The step below or at which so many percent of the values are. */
    public OptionalDouble percentile(int percent) {
        long below = Math.ceilDiv(count() * percent, 100);
        long seen = 0;
        for (int step = 0; step < counts.size(); step++) {
            seen += count(step);
            if (seen > 0 && seen >= below) {
                return OptionalDouble.of(step * width);
            }
        }
        return OptionalDouble.empty();
    }

    /** How unequal the steps are: 0 if all have the same, nearly 1 if one has all; empty if nobody has anything. */
    public OptionalDouble gini() {
        long all = count();
        double weighted = 0;
        double total = 0;
        long before = 0;
        for (int step = 0; step < counts.size(); step++) {
            long here = count(step);
            double value = step * width * here;
            weighted += value * (2 * before + here - all);
            total += value;
            before += here;
        }
        return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(weighted / (all * total));
    }

    private long count(int step) {
        return step < counts.size() ? counts.get(step) : 0;
    }

    private static List<Long> trimmed(long[] counts) {
        int size = counts.length;
        while (size > 0 && counts[size - 1] == 0) {
            size--;
        }
        List<Long> trimmed = new ArrayList<>(size);
        for (int step = 0; step < size; step++) {
            trimmed.add(counts[step]);
        }
        return trimmed;
    }
}
