package dev.supporters.faults;

import dev.supporters.faults.scenario.ScenarioResult;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results as a table for people. */
final class ResultTable {

    private ResultTable() {}

    /** When, what and where; how many scenarios held, and how long all of them took. */
    static List<String> head(RunFacts facts, List<ScenarioResult> results) {
        return List.of(
                facts.begin().truncatedTo(ChronoUnit.SECONDS)
                        + ", commit "
                        + facts.commit()
                        + ", "
                        + facts.machine(),
                String.format(
                        Locale.ROOT,
                        "%d of %d scenarios held, %d s",
                        results.stream().filter(ScenarioResult::held).count(),
                        results.size(),
                        results.stream().mapToLong(result -> result.time().toSeconds()).sum()));
    }

    static List<String> lines(RunFacts facts, List<ScenarioResult> results) {
        List<String> lines = new ArrayList<>(head(facts, results));
        lines.add(row("scenario", "outcome", "completed", "seconds", "violations"));
        for (ScenarioResult result : results) {
            lines.add(
                    row(
                            result.scenario().name(),
                            result.outcome(),
                            String.format(Locale.ROOT, "%.1f %%", result.completed()),
                            String.valueOf(result.time().toSeconds()),
                            happened(result)));
        }
        return lines;
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%-26s %-8s %9s %8s  %s", (Object[]) cells)
                .stripTrailing();
    }

    /** What happened that must not; why the night was not played to its end. */
    static String happened(ScenarioResult result) {
        String violations =
                result.violations().entrySet().stream()
                        .filter(violation -> violation.getValue() > 0)
                        .map(violation -> violation.getKey() + ": " + violation.getValue())
                        .collect(Collectors.joining(", "));
        return Stream.of(result.failure(), violations)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
