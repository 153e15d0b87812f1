package dev.supporters.load.figures;

import dev.supporters.load.drive.Sample;

import java.util.Collection;
import java.util.stream.LongStream;

/** How long answers took, in milliseconds. */
public record Latencies(long count, double mean, double p50, double p95, double p99) {

    private static final double NANOS_PER_MILLI = 1e6;

    static Latencies of(Collection<Sample> samples) {
        return ofNanos(samples.stream().map(Sample::nanos).toList());
    }

    public static Latencies ofNanos(Collection<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length == 0) {
            return new Latencies(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        return new Latencies(
                sorted.length,
                LongStream.of(sorted).average().orElseThrow() / NANOS_PER_MILLI,
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
        return new Latencies(
                count, mean / other.mean, p50 / other.p50, p95 / other.p95, p99 / other.p99);
    }
}
