package dev.supporters.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import dev.supporters.faults.scenario.ScenarioResult;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results as JSON, for other programs. */
record ResultFile(Path path) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    void write(List<ScenarioResult> results) {
        try {
            Files.createDirectories(path.getParent());
            JSON.writeValue(path.toFile(), results.stream().map(ResultFile::entry).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> entry(ScenarioResult result) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("scenario", result.scenario().name());
        entry.put("outcome", result.held() ? "held" : "broken");
        entry.put("violations", result.violations());
        if (!result.failure().isEmpty()) {
            entry.put("failure", result.failure());
        }
        entry.put("completedPercent", Math.round(result.completed() * 10) / 10.0);
        entry.put("seconds", result.time().toSeconds());
        return entry;
    }
}
