package dev.supporters.faults;

import dev.supporters.faults.scenario.ScenarioResult;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results in Markdown, to be kept. */
record ResultReport(Path path) {

    void write(RunFacts facts, List<ScenarioResult> results) {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, String.join("\n", lines(facts, results)) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(RunFacts facts, List<ScenarioResult> results) {
        List<String> lines = new ArrayList<>(ResultTable.head(facts, results));
        lines.add("");
        lines.add("| scenario | outcome | driven by supporters | seconds | what happened |");
        lines.add("|---|---|---:|---:|---|");
        for (ScenarioResult result : results) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "| `%s` | %s | %.1f %% | %d | %s |",
                            result.scenario().name(),
                            result.outcome(),
                            result.completed(),
                            result.time().toSeconds(),
                            ResultTable.happened(result).replace('|', '/')));
        }
        return lines;
    }
}
