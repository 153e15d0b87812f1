package dev.supporters.load.figures;

import dev.supporters.load.drive.Sample;

import java.util.Collection;

/** How long answers took, in milliseconds. */
record Latencies(double mean, double p50, double p95, double p99) {

    private static final double NANOS_PER_MILLI = 1e6;

    static Latencies of(Collection<Sample> samples) {
        long[] sorted = samples.stream().mapToLong(Sample::nanos).sorted().toArray();
        if (sorted.length == 0) {
            return new Latencies(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double mean = samples.stream().mapToLong(Sample::nanos).average().orElseThrow();
        return new Latencies(
                mean / NANOS_PER_MILLI,
                percentile(sorted, 50),
                percentile(sorted, 95),
                percentile(sorted, 99));
    }

    /** The smallest value that so many percent of all do not exceed. */
    private static double percentile(long[] sorted, int percent) {
        int rank = Math.ceilDiv(sorted.length * percent, 100);
        return sorted[Math.max(0, rank - 1)] / NANOS_PER_MILLI;
    }

    Latencies dividedBy(Latencies other) {
        return new Latencies(mean / other.mean, p50 / other.p50, p95 / other.p95, p99 / other.p99);
    }
}
