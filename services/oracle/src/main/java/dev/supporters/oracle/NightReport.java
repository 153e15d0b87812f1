package dev.supporters.oracle;

import dev.supporters.oracle.invariant.Invariant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of a night.
 *
 * @param text figures for people to read
 * @param violations how often each thing happened that must never happen
 * @param completed percent of all calls that a supporter drove to the end: without any, the violations say little
 */
public record NightReport(String text, Map<String, List<String>> violations, double completed) {

    private static final int EXAMPLES = 5;

    public static NightReport of(NightHistory history) {
        return of(history, List.of(), Optional.empty(), List.of());
    }

    /** With the same night under other policies beside it, with what an incident did to it, and with what was asked after it. */
    public static NightReport of(
            NightHistory history,
            List<SimulatedNight> simulated,
            Optional<IncidentPeriod> incident,
            List<ReportSection> sections) {
        Map<String, List<String>> violations = new LinkedHashMap<>();
        Invariant.all()
                .forEach(invariant ->
                        violations.put(invariant.name(), invariant.violations(history)));
        List<String> lines = new ArrayList<>();
        lines.addAll(new CallFigures(history).lines());
        lines.addAll(new IncidentFigures(history, incident).lines());
        lines.addAll(new RankingFigures(history).lines());
        lines.addAll(new MoveFigures(history).lines());
        lines.addAll(new PayFigures(history).lines());
        lines.addAll(new BesideDrivingFigures(history.outcome().people()).lines());
        lines.addAll(new RunFigures(history).lines());
        sections.forEach(section -> lines.addAll(section.lines(history)));
        lines.add("");
        lines.add("What must never be" + ReportLines.rule(48));
        violations.forEach((name, found) -> lines.addAll(lines(name, found)));
        lines.add("");
        DispatchFigures dispatch = DispatchFigures.of(history);
        lines.addAll(new ComparisonTable(dispatch, simulated).lines());
        return new NightReport(
                String.join(System.lineSeparator(), lines), violations, dispatch.completed());
    }

    private static List<String> lines(String name, List<String> found) {
        List<String> lines = new ArrayList<>();
        lines.add(ReportLines.number(name, found.size()));
        found.stream().limit(EXAMPLES).map(example -> "      " + example).forEach(lines::add);
        if (found.size() > EXAMPLES) {
            lines.add("      …");
        }
        return lines;
    }

    public boolean clean() {
        return violations.values().stream().allMatch(List::isEmpty);
    }

    /** For the process: 0 if nothing happened that must never happen. */
    public int exitCode() {
        return clean() ? 0 : 1;
    }
}
