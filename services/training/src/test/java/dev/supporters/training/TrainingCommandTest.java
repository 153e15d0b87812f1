package dev.supporters.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.Position;
import dev.supporters.dispatch.forecast.DemandHistory;
import dev.supporters.dispatch.forecast.DemandHistoryFile;
import dev.supporters.dispatch.model.ModelFile;
import dev.supporters.dispatch.model.ModelFileReader;
import dev.supporters.dispatch.model.ModelVersion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

class TrainingCommandTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Position GANGNAM = new Position(37.4979, 127.0276);
    private static final Position BUSAN = new Position(35.1796, 129.0756);

    @TempDir private Path folder;
    @TempDir private Path out;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void trainsOnArchivedNightsAndPrintsScoresOnThoseHeldOut() throws IOException {
        // Given
        for (int day = 1; day <= 6; day++) {
            night(LocalDate.of(2026, 10, day == 6 ? 8 : day), GANGNAM, 240);
        }

        // When
        int status = run(Map.of());

        // Then
        assertThat(status).as(text()).isZero();
        assertThat(text())
                .contains(
                        "seoul DRIVER: 6 nights from 2026-10-01 to 2026-10-08, 0 left out; dates between that are missing: 2",
                        "nights to learn from: 4; the last, to score on: 2",
                        "demand-history: 6 nights, 240.0 calls a night in ",
                        "held out: 240.0 calls a night came, 240.0 were expected",
                        "keep@1 (keep-probability): 960 observations",
                        "eta@1 (eta-correction): ",
                        "refusal@1: not trained: 960 observations");
        DemandHistory history = DemandHistoryFile.read(histories().getFirst()).history();
        assertThat(history.nights()).isEqualTo(6);
        ModelFile keep = ModelFileReader.read(out.resolve("keep.1.model")).file();
        assertThat(keep.lastNight()).isEqualTo(LocalDate.parse("2026-10-04"));
        assertThat(keep.scores().get("auc")).isGreaterThan(.6);
        assertThat(out.resolve("refusal.1.model")).doesNotExist();
    }

    @Test
    void aNewHistoryLeavesThoseOfEarlierNightsForReplaysAndOnlyThirtyStay() throws IOException {
        // Given
        night(LocalDate.of(2026, 10, 1), GANGNAM, 40);
        night(LocalDate.of(2026, 10, 2), GANGNAM, 40);
        run(Map.of());
        Path first = histories().getFirst();
        String checksum = DemandHistoryFile.read(first).checksum();
        for (int day = 1; day <= 30; day++) {
            Files.writeString(
                    out.resolve("demand-seoul-DRIVER-2026-09-%02d-0000000a.json".formatted(day)),
                    "{}");
        }
        Path ofAnotherRegion =
                Files.writeString(
                        out.resolve("demand-busan-DRIVER-2026-09-01-0000000a.json"), "{}");

        // When: the job runs again after another night
        night(LocalDate.of(2026, 10, 3), GANGNAM, 40);
        run(Map.of());

        // Then
        assertThat(first.getFileName())
                .hasToString(
                        "demand-seoul-DRIVER-2026-10-02-" + checksum.substring(0, 8) + ".json");
        assertThat(DemandHistoryFile.read(first).checksum()).isEqualTo(checksum);
        assertThat(histories())
                .hasSize(30)
                .contains(first)
                .extracting(file -> file.getFileName().toString())
                .anyMatch(name -> name.startsWith("demand-seoul-DRIVER-2026-10-03-"))
                .noneMatch(name -> name.contains("2026-09-02"));
        assertThat(ofAnotherRegion).exists();
    }

    private List<Path> histories() throws IOException {
        return files(out).stream()
                .filter(name -> name.startsWith("demand-seoul-"))
                .map(out::resolve)
                .toList();
    }

    @Test
    void makesTheSameFilesOfTheSameNights() throws IOException {
        for (int day = 1; day <= 5; day++) {
            night(LocalDate.of(2026, 10, day), GANGNAM, 120);
        }
        run(Map.of());
        String first = Files.readString(out.resolve("keep.1.model"));

        run(Map.of());

        assertThat(Files.readString(out.resolve("keep.1.model"))).isEqualTo(first);
    }

    @Test
    void publishesANewVersionWhenThereIsANewNightAndChangesNothingThatIsThere() throws IOException {
        // Given
        Path models = out.resolve("published");
        for (int day = 1; day <= 5; day++) {
            night(LocalDate.of(2026, 10, day), GANGNAM, 240);
        }

        // When: trained twice on the same nights, and once more with another one
        run(Map.of("publish", models.toString()));
        String first = Files.readString(models.resolve("keep.1.model"));
        printed.reset();
        run(Map.of("publish", models.toString()));
        String again = text();
        night(LocalDate.of(2026, 10, 6), GANGNAM, 240);
        printed.reset();
        run(Map.of("publish", models.toString(), "heldOut", "1"));

        // Then
        assertThat(again)
                .contains(
                        "  not published: keep@2: its last night is 2026-10-04, that of keep@1 is 2026-10-04 (expected: a later one)\n");
        assertThat(text()).contains("  published: keep@2 to " + models + "\n");
        assertThat(files(models)).containsExactly("keep.1.model", "keep.2.model");
        assertThat(models.resolve("keep.1.model")).hasContent(first);
        ModelFile second = ModelFileReader.read(models.resolve("keep.2.model")).file();
        assertThat(second.model()).isEqualTo(new ModelVersion("keep", 2));
        assertThat(second.lastNight()).isEqualTo(LocalDate.of(2026, 10, 5));
    }

    @Test
    void publishesNothingWithoutAModel() throws IOException {
        // Given: too few observations
        night(LocalDate.of(2026, 10, 1), GANGNAM, 20);
        night(LocalDate.of(2026, 10, 2), GANGNAM, 20);
        Path models = out.resolve("published");

        // When
        int status = run(Map.of("publish", models.toString()));

        // Then
        assertThat(status).isZero();
        assertThat(models).doesNotExist();
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void leavesOutWhatIsOfAnotherCityOrTheFutureOrHasAGap() throws IOException {
        // Given
        for (int day = 1; day <= 3; day++) {
            night(LocalDate.of(2026, 10, day), GANGNAM, 120);
        }
        night(LocalDate.of(2026, 10, 4), BUSAN, 120);
        night(LocalDate.of(2026, 10, 9), GANGNAM, 120);
        gap(LocalDate.of(2026, 10, 5));
        Files.writeString(folder.resolve("2026-10-06.events"), "no event\n");

        // When
        int status = run(Map.of("before", "2026-10-09"));

        // Then
        assertThat(status).isZero();
        assertThat(text())
                .containsPattern(
                        "left out: 2026-10-04.events: 3[0-9]{2} km from the other nights \\(expected: the same city\\)\n")
                .contains(
                        "left out: 2026-10-05.events: no call from 2026-10-05T13:19:00Z for 82 minutes (expected: no gap)\n",
                        "left out: 2026-10-06.events: line 1: ",
                        "left out: 2026-10-09.events: 2026-10-09 (expected: before 2026-10-09)\n",
                        "seoul DRIVER: 3 nights from 2026-10-01 to 2026-10-03, 4 left out; dates between that are missing: 0\n");
    }

    @Test
    void refusesInOneLineWhereThereIsNoNight() {
        assertThat(run(Map.of())).isEqualTo(2);
        assertThat(text())
                .isEqualTo(
                        "no night of seoul in " + folder + ", 0 left out (expected: 1 or more)\n");
    }

    @Test
    void refusesOptionsThatCannotBe() {
        refuses(
                Map.of("night", "x"),
                "-Dnight is no option of -Ptrain; there are nights, kafka, kafkaConfig, out, region, product, zone, before, modelVersion, heldOut, publish, inUse, gap");
        refuses(
                Map.of("nights", ""),
                "-Dnights: nothing (expected: a folder of night files, or one file)");
        refuses(
                Map.of("nights", "/no/such/folder"),
                "-Dnights: /no/such/folder (expected: a folder of night files, or one file)");
        refuses(
                Map.of("zone", "Asia/Nowhere"),
                "-Dzone: Asia/Nowhere (expected: an IANA name like Asia/Seoul)");
        refuses(
                Map.of("before", "tomorrow"),
                "-Dbefore: tomorrow (expected: a date like 2026-11-29)");
        refuses(
                Map.of("modelVersion", "0"),
                "-DmodelVersion: 0 (expected: a whole number from 1 to 999999)");
        refuses(Map.of("gap", "-5"), "-Dgap: -5 (expected: a whole number from 1 to 1440)");
        refuses(
                Map.of("region", "Seoul 1"),
                "-Dregion: Seoul 1 (expected: 1 to 40 lower-case letters, digits and hyphens)");
        refuses(
                Map.of("inUse", "keep"),
                "-DinUse: keep (expected: a name and a version like keep@1)");
        refuses(Map.of("product", "ROCKET"), "-Dproduct: ROCKET (expected: a product like DRIVER)");
    }

    private void refuses(Map<String, String> given, String line) {
        printed.reset();
        assertThat(run(given)).isEqualTo(2);
        assertThat(text()).isEqualTo(line + "\n");
    }

    private int run(Map<String, String> more) {
        var given = new HashMap<String, String>();
        given.put("nights", folder.toString());
        given.put("out", out.toString());
        given.put("region", "seoul");
        given.put("product", "DRIVER");
        given.putAll(more);
        return TrainingCommand.run(given, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** Calls all over the window, each commanded; customers keep shorter ways, which all take a fifth longer. */
    private void night(LocalDate date, Position center, int calls) throws IOException {
        var random = new Random(date.toEpochDay());
        Instant begin = date.atTime(21, 0).atZone(SEOUL).toInstant();
        var lines = new EventLines();
        for (int i = 0; i < calls; i++) {
            String id = date + "-" + i;
            Instant time = begin.plusSeconds(i * 14_400L / calls);
            var origin =
                    new Position(
                            center.lat() + .02 * random.nextGaussian(),
                            center.lng() + .02 * random.nextGaussian());
            int eta = 60 + random.nextInt(1_400);
            lines.requested(id, time, origin)
                    .commanded(id, time.plusSeconds(1), origin, eta)
                    .accepted(id, time.plusSeconds(6));
            if (random.nextInt(2_000) < eta) {
                lines.cancelledByCustomer(id, time.plusSeconds(50));
            } else {
                lines.arrived(id, time.plusSeconds(6 + eta * 12L / 10));
            }
        }
        Files.writeString(folder.resolve(date + ".events"), lines.twiceAndShuffled(1));
    }

    private void gap(LocalDate date) throws IOException {
        Instant begin = date.atTime(21, 0).atZone(SEOUL).toInstant();
        var lines = new EventLines();
        for (int i = 0; i < 240; i++) {
            if (i < 80 || i > 160) {
                lines.requested(date + "-" + i, begin.plusSeconds(60L * i), GANGNAM);
            }
        }
        Files.writeString(folder.resolve(date + ".events"), lines.text());
    }
}
