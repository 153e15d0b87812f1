package dev.supporters.load.figures;

import dev.supporters.load.drive.Measurement;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A line of the table; that of answers which assigned a supporter, as the others cost less.
 *
 * @param perSecond such answers per second
 * @param share their part of all requests, in percent
 * @param processorMillis processor time of all processes for one of them
 * @param processorMillisByPart the same, each part's
 */
record RouteResultRow(
        String name,
        double perSecond,
        double share,
        Latencies latencies,
        double processorMillis,
        Map<String, Double> processorMillisByPart) {

    private static final String FORMAT = "%-24s %9s %9s %9s %8s %8s %8s %8s";

    static RouteResultRow of(String name, Measurement measurement) {
        var assigned = measurement.assigned();
        return new RouteResultRow(
                name,
                assigned.size() * 1e9 / measurement.length().toNanos(),
                100.0 * assigned.size() / measurement.samples().size(),
                Latencies.of(assigned),
                measurement.processorTimes().all().toNanos() / 1e6 / assigned.size(),
                byPart(measurement.processorTimes(), assigned.size()));
    }

    private static Map<String, Double> byPart(ProcessorTimes times, int answers) {
        Map<String, Double> millis = new TreeMap<>();
        if (answers == 0) {
            return millis;
        }
        times.parts().forEach((part, time) -> millis.put(part, time.toNanos() / 1e6 / answers));
        return millis;
    }

    static String header() {
        return FORMAT.formatted(
                "", "answers/s", "assigned", "mean ms", "p50", "p95", "p99", "CPU ms");
    }

    String line() {
        return FORMAT.formatted(
                name,
                text("%.1f", perSecond),
                text("%.1f %%", share),
                text("%.2f", latencies.mean()),
                text("%.2f", latencies.p50()),
                text("%.2f", latencies.p95()),
                text("%.2f", latencies.p99()),
                text("%.2f", processorMillis));
    }

    /** How many times as much as another. */
    String ratioTo(RouteResultRow other) {
        Latencies ratio = latencies.dividedBy(other.latencies);
        return FORMAT.formatted(
                name + " / " + other.name,
                text("%.3f", perSecond / other.perSecond),
                "",
                text("%.1f", ratio.mean()),
                text("%.1f", ratio.p50()),
                text("%.1f", ratio.p95()),
                text("%.1f", ratio.p99()),
                text("%.1f", processorMillis / other.processorMillis));
    }

    private static String text(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "-";
    }
}
