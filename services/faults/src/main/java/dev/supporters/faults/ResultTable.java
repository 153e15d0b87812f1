package dev.supporters.faults;

import dev.supporters.faults.scenario.ScenarioResult;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The results as a table for people. */
final class ResultTable {

    private ResultTable() {}

    static List<String> lines(List<ScenarioResult> results) {
        List<String> lines = new ArrayList<>();
        lines.add(row("scenario", "outcome", "completed", "seconds", "violations"));
        for (ScenarioResult result : results) {
            lines.add(
                    row(
                            result.scenario().name(),
                            result.held() ? "held" : "broken",
                            String.format(Locale.ROOT, "%.1f %%", result.completed()),
                            String.valueOf(result.time().toSeconds()),
                            broken(result)));
        }
        return lines;
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%-24s %-8s %9s %8s  %s", (Object[]) cells)
                .stripTrailing();
    }

    private static String broken(ScenarioResult result) {
        String violations =
                result.violations().entrySet().stream()
                        .filter(violation -> violation.getValue() > 0)
                        .map(violation -> violation.getKey() + ": " + violation.getValue())
                        .collect(Collectors.joining(", "));
        return result.failure().isEmpty() ? violations : result.failure() + " " + violations;
    }
}
