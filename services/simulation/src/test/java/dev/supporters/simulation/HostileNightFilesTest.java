package dev.supporters.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.testkit.hostile.HostileRun;
import dev.supporters.testkit.hostile.HostileTables;
import dev.supporters.testkit.hostile.RandomValues;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Whatever is in a file that somebody gives as a night: it is played, or the file is refused in words. */
class HostileNightFilesTest {

    private static final int FILES = RandomValues.count(300);

    private static final Map<String, List<String>> COLUMNS =
            Map.of(
                    "requested_at",
                            List.of("2013-08-30T21:02:07-04:00", "2013-08-31T00:10:00-04:00"),
                    "origin_lat", List.of("40.713135", "40.75"),
                    "origin_lng", List.of("-73.829933", "-73.98"),
                    "destination_lat", List.of("40.76886", "0"),
                    "destination_lng", List.of("-73.890823", "0"),
                    "fare", List.of("2050", "900"),
                    "distance_m", List.of("11362", "3000"));

    @TempDir Path directory;

    @Test
    void randomFilesAreNightsOrRefusedInWords() throws IOException {
        HostileTables tables = new HostileTables(COLUMNS);
        HostileRun run = HostileRun.at("files of nights");
        Path file = directory.resolve("night.csv");
        int nights = 0;
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            Files.write(file, tables.next());
            long begin = System.nanoTime();
            try {
                Night night =
                        NightFile.read(
                                        file,
                                        NightFileOptions.none(),
                                        NightParameters.defaults(),
                                        RandomValues.seed())
                                .night();
                assertThat(night.calls()).isNotEmpty();
                nights++;
            } catch (NightFileException e) {
                assertThat(e).hasMessageStartingWith("night.csv: ").hasMessageNotContaining("\n");
                refused++;
            }
            run.answered(System.nanoTime() - begin);
        }

        System.out.printf("random files of nights: %d played, %d refused%n", nights, refused);
        assertThat(nights).isPositive();
        assertThat(refused).isPositive();
        run.end();
    }
}
