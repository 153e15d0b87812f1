package dev.supporters.load.figures;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.supporters.load.drive.Measurement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, as a person reads it. It judges nothing but the one goal, and that only in words. */
public final class BenchmarkReport {

    private static final Duration GOAL = Duration.ofMillis(10);

    private BenchmarkReport() {}

    /** As much as is possible: the floor before and after, to see how the machine itself changed meanwhile. */
    public static List<String> ofMost(
            Measurement floorBefore, Measurement route, Measurement floorAfter) {
        RouteResultRow before = RouteResultRow.of("floor before", floorBefore);
        RouteResultRow after = RouteResultRow.of("floor after", floorAfter);
        RouteResultRow measured = RouteResultRow.of("Route", route);
        return List.of(
                RouteResultRow.header(),
                before.line(),
                measured.line(),
                after.line(),
                measured.ratioTo(RouteResultRow.of("floor", floorBefore.and(floorAfter))),
                String.format(
                        Locale.ROOT,
                        "The machine: floor after / before %.2f",
                        after.perSecond() / before.perSecond()),
                "Route answered: " + outcomes(route),
                "CPU ms of an assigned answer: " + byPart(measured.processorMillisByPart()),
                String.format(
                        Locale.ROOT,
                        "The JIT compilers used %.0f %% of it.",
                        100 * route.processorTimes().compilersShare()));
    }

    /** The same for programs; `ratio` is that of throughput. */
    public static Map<String, Object> figures(
            Measurement floor, Measurement route, Measurement routeAtNight) {
        RouteResultRow least = RouteResultRow.of("floor", floor);
        RouteResultRow measured = RouteResultRow.of("Route", route);
        Latencies night = Latencies.of(routeAtNight.samples());
        return Map.of(
                "ratio", measured.perSecond() / least.perSecond(),
                "perSecond", measured.perSecond(),
                "cpuMillis", measured.processorMillis(),
                "cpuMillisByPart", measured.processorMillisByPart(),
                "floorCpuMillis", least.processorMillis(),
                "jitShare", route.processorTimes().compilersShare(),
                "nightMeanMillis", night.mean(),
                "nightP99Millis", night.p99());
    }

    private static String byPart(Map<String, Double> millis) {
        return millis.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .map(part -> String.format(Locale.ROOT, "%s %.2f", part.getKey(), part.getValue()))
                .collect(joining(", "));
    }

    /** A night's load. */
    public static List<String> ofNight(
            double callsPerSecond, Measurement floor, Measurement route) {
        RouteResultRow least = RouteResultRow.of("floor", floor);
        RouteResultRow measured = RouteResultRow.of("Route", route);
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "At a night's load, %.0f calls a second for %d s:",
                        callsPerSecond,
                        route.length().toSeconds()));
        lines.addAll(
                List.of(
                        RouteResultRow.header(),
                        least.line(),
                        measured.line(),
                        measured.ratioTo(least)));
        lines.add("Route answered: " + outcomes(route));
        double mean = Latencies.of(route.samples()).mean();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "Goal: all of Route's answers below %d ms in the mean. Measured: %.2f ms, %s.",
                        GOAL.toMillis(),
                        mean,
                        mean < GOAL.toMillis() ? "met" : "missed"));
        return lines;
    }

    private static String outcomes(Measurement measurement) {
        Map<String, Long> counts =
                measurement.samples().stream()
                        .collect(groupingBy(sample -> sample.outcome().text(), counting()));
        return counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(entry ->
                        String.format(
                                Locale.ROOT,
                                "%s %.2f %%",
                                entry.getKey(),
                                100.0 * entry.getValue() / measurement.samples().size()))
                .collect(joining(", "));
    }
}
