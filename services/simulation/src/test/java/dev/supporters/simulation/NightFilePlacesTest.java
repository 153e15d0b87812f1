package dev.supporters.simulation;

import static dev.supporters.simulation.NightFiles.HEADER;
import static dev.supporters.simulation.NightFiles.file;
import static dev.supporters.simulation.NightFiles.read;
import static dev.supporters.simulation.NightFiles.refusal;
import static dev.supporters.simulation.NightFiles.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.Position;
import dev.supporters.simulation.NightFile.LeftOut;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Rows whose places cannot be. */
class NightFilePlacesTest {

    private static final String TIME = "2013-08-30T21:04:11-04:00";

    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource({
        "0, 0, 40.73, -73.99, AT_ZERO",
        "40.71, -73.94, 0.000000, -0.0, AT_ZERO",
        // latitude and longitude swapped, one digit lost, another continent
        "-73.94, 40.71, 40.73, -73.99, FAR_AWAY",
        "40.71, -73.94, 4.073, -73.99, FAR_AWAY",
        "40.71, -73.94, 48.86, 2.35, FAR_AWAY",
        "37.56, 126.97, 37.49, 127.02, FAR_AWAY",
    })
    void leavesOutAndCountsPlacesThatCannotBe(
            String lat, String lng, String toLat, String toLng, LeftOut reason) throws IOException {
        // Given
        String bad = String.join(",", TIME, lat, lng, toLat, toLng, "1150", "\n");
        // When
        NightFile file = read(file(directory, HEADER + row(TIME) + bad + row(TIME)));
        // Then
        assertThat(file.rows()).isEqualTo(3);
        assertThat(file.night().calls()).hasSize(2);
        assertThat(file.leftOut()).isEqualTo(Map.of(reason, 1));
        assertThat(file.night().region().contains(new Position(40.71, -73.94))).isTrue();
        assertThat(file.night().region().northEast().lat()).isLessThan(41);
    }

    @Test
    void saysWhatWasLeftOutOfHowMany() throws IOException {
        // Given
        String zero = TIME + ",0,0,0,0,1150,\n";
        // Then
        assertThat(read(file(directory, HEADER + row(TIME) + zero.repeat(1_204))).summary())
                .contains("1,205 rows read, 1 call played", "left out: 1,204 rows at 0/0");
        assertThat(refusal(file(directory, HEADER + zero + zero)))
                .isEqualTo(
                        "night.csv: 2 rows, left out: 2 rows at 0/0 (expected: at least one call"
                                + " that can be played)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "126.9784,37.5665,127.0276,37.4979|found \"126.9784\" (expected: degrees from -90 to 90); are latitude and longitude swapped?",
                "-73.94,40.71,-73.99,40.73|found \"-73.94\" (expected: the latitude of a city, from -60 to 75); are latitude and longitude swapped? The other way round it is near New York",
                "-46.63,-23.55,-46.68,-23.59|found \"-46.63\" (expected: the latitude of a city, from -60 to 75); are latitude and longitude swapped? The other way round it is near Sao Paulo",
                "85.32,27.72,85.33,27.73|found \"85.32\" (expected: the latitude of a city, from -60 to 75); are latitude and longitude swapped?",
            })
    void refusesAFileWithLatitudeAndLongitudeSwapped(String places, String expected)
            throws IOException {
        assertThat(refusal(file(directory, HEADER + TIME + "," + places + ",18000,9800\n")))
                .isEqualTo("night.csv: line 2, column origin_lat: " + expected);
    }

    @Test
    void refusesAFileWhoseDrivesAllEndElsewhere() throws IOException {
        assertThat(refusal(file(directory, HEADER + TIME + ",40.71,-73.94,48.86,2.35,1150,\n")))
                .contains("1 row with a place more than 250 km from the others");
    }
}
