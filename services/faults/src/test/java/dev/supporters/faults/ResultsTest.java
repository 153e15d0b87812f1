package dev.supporters.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.supporters.faults.scenario.Pace;
import dev.supporters.faults.scenario.Scenario;
import dev.supporters.faults.scenario.ScenarioResult;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class ResultsTest {

    private static final Scenario SCENARIO =
            new Scenario("broker-away", "the broker is away", Pace.from("23:40"), night -> {});

    private static final RunFacts FACTS =
            new RunFacts(Instant.parse("2026-11-30T23:00:00.5Z"), "b411176c", "2 cores, 24 GiB");

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

        new ResultFile(file).write(FACTS, List.of(result("", 2)));

        JsonNode entry = new ObjectMapper().readTree(file.toFile()).get(0);
        assertThat(entry.get("scenario").asText()).isEqualTo("broker-away");
        assertThat(entry.get("outcome").asText()).isEqualTo("broken");
        assertThat(entry.at("/violations/a call with two drivers").asInt()).isEqualTo(2);
        assertThat(entry.get("completedPercent").asDouble()).isEqualTo(19.4);
        assertThat(entry.get("seconds").asLong()).isEqualTo(200);
        assertThat(entry.get("date").asText()).isEqualTo("2026-11-30T23:00:00Z");
        assertThat(entry.get("commit").asText()).isEqualTo("b411176c");
        assertThat(entry.get("machine").asText()).isEqualTo("2 cores, 24 GiB");
    }

    @Test
    void theFileSaysWhyANightCouldNotBeStarted() throws IOException {
        Path file = folder.resolve("result.json");

        new ResultFile(file).write(FACTS, List.of(result("port 33281 is in use", 0)));

        assertThat(new ObjectMapper().readTree(file.toFile()).get(0).get("failure").asText())
                .isEqualTo("port 33281 is in use");
    }

    @Test
    void theTableSaysWhereItComesFromAndNamesOnlyWhatHappened() {
        assertThat(
                        ResultTable.lines(
                                FACTS,
                                List.of(
                                        result("", 0),
                                        result("", 2),
                                        result("port 33281 is in use", 0),
                                        result("it was interrupted", 1))))
                .satisfiesExactly(
                        facts ->
                                assertThat(facts)
                                        .isEqualTo(
                                                "2026-11-30T23:00:00Z, commit b411176c, 2 cores, 24 GiB"),
                        total -> assertThat(total).isEqualTo("1 of 4 scenarios held, 800 s"),
                        head -> assertThat(head).startsWith("scenario"),
                        held ->
                                assertThat(held)
                                        .contains("held", "19.4 %")
                                        .doesNotContain("two drivers"),
                        broken ->
                                assertThat(broken)
                                        .contains("broken")
                                        .endsWith("  a call with two drivers: 2"),
                        notStarted -> assertThat(notStarted).endsWith("  port 33281 is in use"),
                        both ->
                                assertThat(both)
                                        .endsWith(
                                                "it was interrupted; a call with two drivers: 1"));
    }

    @Test
    void theReportIsKeptInMarkdown() throws IOException {
        Path file = folder.resolve("faults/report.md");

        new ResultReport(file).write(FACTS, List.of(result("", 0), result("a | b", 0)));

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "2026-11-30T23:00:00Z, commit b411176c, 2 cores, 24 GiB",
                        "1 of 2 scenarios held, 400 s",
                        "",
                        "| scenario | outcome | driven by supporters | seconds | what happened |",
                        "|---|---|---:|---:|---|",
                        "| `broker-away` | held | 19.4 % | 200 |  |",
                        "| `broker-away` | broken | 19.4 % | 200 | a / b |");
    }

    @Test
    void theLogsOfAStandAreKeptByTheNameOfItsScenario() throws IOException {
        Path logs = Files.createDirectories(folder.resolve("stand/logs"));
        Files.writeString(logs.resolve("call.log"), "a line");
        KeptLogs kept = new KeptLogs(folder.resolve("faults/logs"));

        kept.keep("broker-away", logs);
        kept.keep("store-away", folder.resolve("nowhere"));

        assertThat(folder.resolve("faults/logs/broker-away/call.log")).hasContent("a line");
        assertThat(folder.resolve("faults/logs/store-away")).doesNotExist();
    }

    @Test
    void whereThereIsNoGitTheCommitIsUnknown() throws InterruptedException {
        assertThat(SourceCommit.of(folder)).isEqualTo("unknown");
    }
}
