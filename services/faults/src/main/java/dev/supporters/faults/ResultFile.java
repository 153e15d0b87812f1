package dev.supporters.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import dev.supporters.faults.scenario.ScenarioResult;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results as JSON, for other programs. */
record ResultFile(Path path) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    void write(RunFacts facts, List<ScenarioResult> results) {
        try {
            Files.createDirectories(path.getParent());
            JSON.writeValue(
                    path.toFile(), results.stream().map(result -> entry(facts, result)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each says by itself where it comes from: results of several runs can be put together. */
    private static Map<String, Object> entry(RunFacts facts, ScenarioResult result) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("scenario", result.scenario().name());
        entry.put("outcome", result.outcome());
        entry.put("violations", result.violations());
        if (!result.failure().isEmpty()) {
            entry.put("failure", result.failure());
        }
        entry.put("completedPercent", Math.round(result.completed() * 10) / 10.0);
        entry.put("seconds", result.time().toSeconds());
        entry.put("date", facts.begin().truncatedTo(ChronoUnit.SECONDS).toString());
        entry.put("commit", facts.commit());
        entry.put("machine", facts.machine());
        return entry;
    }
}
