package dev.supporters.simulation.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.supporters.platform.option.GivenOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

class SimulationCommandTest {

    @TempDir private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int run(String... options) throws InterruptedException {
        printed.reset();
        Map<String, String> given = new LinkedHashMap<>(GivenOptions.of("", options));
        return new SimulationCommand(
                        new PrintStream(printed, true, StandardCharsets.UTF_8), folder, false)
                .run(folder, given);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void writesATableARowPerNightAResultAndAPicture() throws Exception {
        int status =
                run(
                        "-Dpolicy=full",
                        "-Dcompare=greedy",
                        "-Dnights=2",
                        "-Dcalls=80",
                        "-Dsupporters=20",
                        "-Dseed=5");

        assertThat(status).isZero();
        assertThat(printed())
                .contains("policy", "completed %", "full  ", "greedy", "full - greedy", "±");
        assertThat(Files.readAllLines(folder.resolve("nights.csv"))).hasSize(5);
        assertThat(folder.resolve("nights.svg")).content().startsWith("<svg").contains("polyline");
        JsonNode result = new ObjectMapper().readTree(folder.resolve("result.json").toFile());
        assertThat(result.path("policy").asText()).isEqualTo("full");
        assertThat(result.path("nights").asInt()).isEqualTo(2);
        for (String name :
                new String[] {
                    "completed",
                    "completedCi",
                    "etaP95",
                    "cancelledAfterAssignment",
                    "tripsPerPaidHour",
                    "gini",
                    "outskirts",
                    "covered",
                    "completedInZones",
                    "secondsPerNight",
                    "completedGain"
                }) {
            assertThat(result.path(name).isNumber()).as(name).isTrue();
        }
        assertThat(result.path("compared").path("policy").asText()).isEqualTo("greedy");
    }

    @Test
    void theSameSeedWritesTheSameBytes() throws Exception {
        String[] options = {"-Dnights=3", "-Dcalls=80", "-Dsupporters=20", "-Dcompare=legacy"};
        run(options);
        byte[] nights = Files.readAllBytes(folder.resolve("nights.csv"));
        byte[] picture = Files.readAllBytes(folder.resolve("nights.svg"));
        String result = withoutSeconds();

        run(options);

        assertThat(Files.readAllBytes(folder.resolve("nights.csv"))).isEqualTo(nights);
        assertThat(Files.readAllBytes(folder.resolve("nights.svg"))).isEqualTo(picture);
        assertThat(withoutSeconds()).isEqualTo(result);
    }

    private String withoutSeconds() throws IOException {
        return Files.readString(folder.resolve("result.json"))
                .replaceAll("\"secondsPerNight\" : [0-9.]+", "");
    }

    @Test
    void saysHowWellCheatersAreFoundWhereThereAreSome() throws Exception {
        Files.writeString(folder.resolve("cheaters.json"), "{\"cheaters.share\": 0.3}");

        run("-Dnights=1", "-Dcalls=80", "-Dsupporters=20", "-Dparams=cheaters.json");

        assertThat(printed())
                .contains("full: signals of", "precision", "CONTRADICTED_STEPS", "honest");
        run("-Dnights=1", "-Dcalls=80", "-Dsupporters=20");
        assertThat(printed()).doesNotContain("signals of");
    }

    @Test
    void playsZonesAndChainingAsInProductionWhereTheyAreAskedFor() throws Exception {
        run(
                "-Dpolicy=production",
                "-Dcompare=full",
                "-Dzones=.3",
                "-Dnights=1",
                "-Dcalls=300",
                "-Dsupporters=60");

        JsonNode result = new ObjectMapper().readTree(folder.resolve("result.json").toFile());
        assertThat(result.path("policy").asText()).isEqualTo("production");
        assertThat(result.path("covered").asDouble()).isPositive().isLessThan(100);
        assertThat(result.path("compared").path("covered").asDouble())
                .isEqualTo(result.path("covered").asDouble());
        assertThat(printed()).contains("production - full", "covered %", "in zones %");
    }

    @Test
    void anotherSeedIsAnotherNight() throws Exception {
        run("-Dnights=1", "-Dcalls=80", "-Dsupporters=20", "-Dseed=1");
        String one = Files.readString(folder.resolve("nights.csv"));
        run("-Dnights=1", "-Dcalls=80", "-Dsupporters=20", "-Dseed=2");

        assertThat(Files.readString(folder.resolve("nights.csv"))).isNotEqualTo(one);
    }

    @Test
    void refusesBadOptionsInOneLine() throws Exception {
        refused("-Dpolicy=best", "-Dpolicy=best (expected: legacy, greedy, full or production)");
        refused("-Dnights=0", "-Dnights=0 (expected: a whole number from 1 to 1000)");
        refused("-Dcalls=many", "-Dcalls=many (expected: a whole number from 1 to 20000)");
        refused("-Dsupporters=-1", "-Dsupporters=-1 (expected: a whole number from 0 to 5000)");
        refused("-Dseed=1.5", "-Dseed=1.5 (expected: a whole number");
        refused("-Dpolcy=full", "-Dpolcy is no option of -Psimulate; there are policy, compare");
        refused("-Dparams=none.json", "-Dparams=none.json (expected: a file that can be read");
        refused("-Dnight=none.csv", "-Dnight=none.csv (expected: a file that can be read");
        refused("-Dzones=0", "-Dzones=0 (expected: calls in 30 minutes, more than 0");
        refused("-Dzones=NaN", "-Dzones=NaN (expected: calls in 30 minutes, more than 0");
        refused("-Dzones=few", "-Dzones=few (expected: calls in 30 minutes, more than 0");
        refused("-Dzone=Mars/Base", "-Dzone=Mars/Base (expected: an IANA name");
    }

    @Test
    void refusesBadParametersInOneLine() throws Exception {
        refusedParameters("{\"drop\": 1}", "parameters: drop (expected: one of calls,");
        refusedParameters("{\"drops\": -1}", "parameters: drops is -1 (expected: like 0.09");
        refusedParameters("{\"drops\"", "(expected: a JSON object)");
        refusedParameters("{\"hourShares\": [1]}", "hourShares: 1 numbers (expected: 4)");
        refusedParameters("{\"calls\": 1e9}", "(expected: at most 20000)");
        refusedParameters("{\"onTimeMinutes\": 1e300}", "a time is too long to calculate with");
        refusedParameters("{\"broadcastKm\": []}", "broadcastKm, broadcastSeconds: 0 and 3");
    }

    private void refusedParameters(String json, String line) throws Exception {
        Files.writeString(folder.resolve("params.json"), json);
        refused("-Dparams=params.json", line);
    }

    private void refused(String option, String line) throws Exception {
        assertThat(run(option)).isEqualTo(2);
        assertThat(printed()).contains(line);
        assertThat(printed().lines()).hasSize(1);
    }

    @Test
    void playsANightFromAFileWithAHistoryOfOthers() throws Exception {
        Files.writeString(folder.resolve("night.csv"), night(27, 1));
        Files.writeString(folder.resolve("before.csv"), night(20, 2));

        assertThat(run("-Dnight=night.csv", "-Dsupporters=30")).isZero();
        assertThat(printed()).contains("no -Dhistory, so nothing is forecast and nobody is moved");
        assertThat(run("-Dnight=night.csv", "-Dhistory=before.csv", "-Dsupporters=30")).isZero();
        assertThat(printed())
                .contains("forecast from 1 other nights")
                .contains("1 nights from seed");
    }

    @Test
    void refusesAHistoryOfAnotherCityOfALaterNightAndOfTheNightItself() throws Exception {
        Files.writeString(folder.resolve("night.csv"), night(20, 1));
        Files.writeString(folder.resolve("later.csv"), night(27, 2));
        Files.writeString(
                folder.resolve("busan.csv"),
                night(13, 2).replace("37.5", "35.1").replace("127.", "129."));
        Files.writeString(
                folder.resolve("newYork.csv"),
                night(13, 2)
                        .replace("+09:00", "-05:00")
                        .replace("37.5", "40.7")
                        .replace("127.", "-73."));

        refusedHistory(
                "later.csv",
                "later.csv: the night of 2026-11-27 (expected: one before 2026-11-20)");
        refusedHistory(
                "night.csv",
                "night.csv: the night of 2026-11-20 (expected: one before 2026-11-20)");
        refusedHistory(
                "busan.csv",
                "busan.csv: 0 of 100 calls begin where those of the night do (expected: a night of"
                        + " the same city)");
        refusedHistory(
                "newYork.csv",
                "newYork.csv: a night in America/New_York (expected: one in Asia/Seoul)");
    }

    private void refusedHistory(String file, String line) throws Exception {
        assertThat(run("-Dnight=night.csv", "-Dhistory=" + file)).isEqualTo(2);
        assertThat(printed()).contains("-Dhistory=" + line);
    }

    private static String night(int day, int shift) {
        StringBuilder csv =
                new StringBuilder(
                        "requested_at,origin_lat,origin_lng,destination_lat,destination_lng\n");
        for (int i = 0; i < 100; i++) {
            csv.append(
                    "2026-11-%02dT2%d:%02d:07+09:00,37.5%02d,127.0%02d,37.55,127.%02d\n"
                            .formatted(
                                    day, 1 + i % 3, i % 60, i % 10 + shift, i % 30, i % 40 + 10));
        }
        return csv.toString();
    }
}
