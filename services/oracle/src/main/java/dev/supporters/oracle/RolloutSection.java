package dev.supporters.oracle;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import dev.supporters.player.RolloutFigures;
import dev.supporters.player.RolloutFigures.MeasuredRollout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long policies took to be in force in all services that follow them. */
public record RolloutSection(RolloutFigures figures) implements ReportSection {

    private static final int MEDIAN = 50;
    private static final double NANOS_PER_MILLI = 1_000_000;

    public RolloutSection {
        requireNonNull(figures);
    }

    @Override
    public List<String> lines(NightHistory history) {
        List<String> lines = new ArrayList<>();
        lines.add(ReportLines.head("Policy rollout after the night (real milliseconds)"));
        List<MeasuredRollout> rollouts = figures.rollouts();
        if (!rollouts.isEmpty()) {
            lines.add(ReportLines.number("policies put, one after the other", rollouts.size()));
            lines.add(
                    ReportLines.number(
                            "services that follow policies", rollouts.getFirst().times().size()));
            SampleStatistics times =
                    SampleStatistics.of(
                            rollouts.stream()
                                    .map(MeasuredRollout::longest)
                                    .map(RolloutSection::millis)
                                    .toList());
            MeasuredRollout slowest =
                    rollouts.stream().max(comparing(MeasuredRollout::longest)).orElseThrow();
            lines.add(
                    ReportLines.line(
                            "in force in all services, median", millis(times.percentile(MEDIAN))));
            lines.add(
                    ReportLines.line(
                            "in force in all services, longest",
                            millis(millis(slowest.longest())) + ", slowest: " + slowest.slowest()));
        }
        figures.problems().forEach(problem -> lines.add("  not measured: " + problem));
        return lines;
    }

    private static double millis(Duration time) {
        return time.toNanos() / NANOS_PER_MILLI;
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, "%,.0f ms", millis);
    }
}
