package dev.supporters.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.supporters.faults.scenario.Scenario;
import dev.supporters.faults.scenario.ScenarioResult;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class ResultsTest {

    private static final Scenario SCENARIO =
            new Scenario("broker-away", "the broker is away", false, night -> {});

    @TempDir private Path folder;

    private static ScenarioResult result(String failure, int violations) {
        return new ScenarioResult(
                SCENARIO,
                failure,
                Map.of("a call with two drivers", violations),
                19.44,
                Duration.ofSeconds(200));
    }

    @Test
    void aScenarioIsBrokenByAViolationOrWhenItsNightFailed() {
        assertThat(result("", 0).held()).isTrue();
        assertThat(result("", 1).held()).isFalse();
        assertThat(result("the night had no report", 0).held()).isFalse();
    }

    @Test
    void theFileHasOutcomeViolationsAndSeconds() throws IOException {
        Path file = folder.resolve("faults/result.json");

        new ResultFile(file).write(List.of(result("", 2)));

        JsonNode entry = new ObjectMapper().readTree(file.toFile()).get(0);
        assertThat(entry.get("scenario").asText()).isEqualTo("broker-away");
        assertThat(entry.get("outcome").asText()).isEqualTo("broken");
        assertThat(entry.at("/violations/a call with two drivers").asInt()).isEqualTo(2);
        assertThat(entry.get("completedPercent").asDouble()).isEqualTo(19.4);
        assertThat(entry.get("seconds").asLong()).isEqualTo(200);
    }

    @Test
    void theTableNamesOnlyWhatHappened() {
        assertThat(ResultTable.lines(List.of(result("", 0), result("", 2))))
                .satisfiesExactly(
                        head -> assertThat(head).startsWith("scenario"),
                        held ->
                                assertThat(held)
                                        .contains("held", "19.4 %")
                                        .doesNotContain("two drivers"),
                        broken ->
                                assertThat(broken)
                                        .contains("broken")
                                        .endsWith("a call with two drivers: 2"));
    }
}
