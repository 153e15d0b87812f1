package dev.supporters.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.Position;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

class NightFileTest {

    private static final String HEADER =
            "requested_at,origin_lat,origin_lng,destination_lat,destination_lng,fare,distance_m,passengers";
    private static final String FIRST =
            "2013-08-30T21:02:07-04:00,40.713135,-73.829933,40.768860,-73.890823,2050,11362,1";

    @TempDir Path directory;

    @Test
    void readsCallsWithTheirFareAndDistance() throws IOException {
        // Given
        Path file = file(HEADER, FIRST);
        // When
        Night night = read(file);
        // Then
        assertThat(night.calls())
                .containsExactly(
                        new NightCall(
                                Instant.parse("2013-08-31T01:02:07Z"),
                                new Position(40.713135, -73.829933),
                                new Position(40.76886, -73.890823),
                                2050,
                                11362));
        assertThat(night.currency()).isEqualTo("USD");
        assertThat(night.region().contains(new Position(40.713135, -73.829933))).isTrue();
    }

    @Test
    void knowsTheTimeZoneByPlaceWhateverTheOffset() throws IOException {
        assertThat(read(file(HEADER, FIRST)).zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(read(file(HEADER, FIRST.replace("-04:00", "-05:00"))).zone())
                .isEqualTo(ZoneId.of("America/New_York"));
    }

    @Test
    void countsTheSmallHoursToTheEveningBefore() throws IOException {
        assertThat(read(file(HEADER, FIRST.replace("30T21", "31T00"))).businessDate())
                .isEqualTo(LocalDate.of(2013, 8, 30));
    }

    @Test
    void spreadsFullMinutesOverTheMinuteAndSortsByTime() throws IOException {
        // Given
        String later = FIRST.replace("21:02:07", "21:09:00");
        String full = FIRST.replace("21:02:07", "21:05:00");
        // When
        List<NightCall> calls = read(file(HEADER, later, full, FIRST)).calls();
        // Then
        assertThat(calls).extracting(NightCall::requestedAt).isSorted();
        assertThat(calls.get(1).requestedAt())
                .isBetween(
                        Instant.parse("2013-08-31T01:05:00Z"),
                        Instant.parse("2013-08-31T01:05:59.999Z"))
                .isNotEqualTo(Instant.parse("2013-08-31T01:05:00Z"));
    }

    @Test
    void estimatesMissingFaresAndDistances() throws IOException {
        // When
        NightCall call =
                read(file(HEADER, FIRST.replace(",2050,11362,", ",,,"))).calls().getFirst();
        // Then
        assertThat(call.distanceMeters()).isBetween(10_000, 12_000);
        assertThat(call.fare()).isBetween(1_700L, 2_200L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2013-08-30T21:02:07-04:00|yesterday|line 3, column requested_at: found \"yesterday\"",
                "21:02:07-04:00|21:02:07|line 3, column requested_at: found \"2013-08-30T21:02:07\"",
                "40.713135|91|line 3, column origin_lat: found \"91\" (expected: degrees from -90 to 90)",
                "-73.829933|NaN|line 3, column origin_lng: found \"NaN\"",
                "40.768860|''|line 3, column destination_lat: found \"\"",
                "2050|-1|line 3, column fare: found \"-1\" (expected: an amount in the minor unit",
                "2050|20.5d|line 3, column fare: found \"20.5d\"",
                "11362|far|line 3, column distance_m: found \"far\" (expected: metres, or nothing)",
                "11362,1|11362|line 3, column passengers: found \"the row's end after 7 cells\"",
                "11362,1|11362,1,x|line 3, column 9: found \"x\" (expected: 8 cells, as in the header)",
                "2013-08-30T|1013-08-30T|line 3, column requested_at: found \"1013",
                "40.713135|-97|found \"-97\" (expected: degrees from -90 to 90); are latitude and longitude swapped?",
                "11362|11,362|line 3, column 9: found",
            })
    void saysInOneLineWhatIsWrongWhere(String good, String bad, String expected)
            throws IOException {
        // Given
        Path file = file(HEADER, FIRST, FIRST.replace(good, bad));
        // Then
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(NightFileException.class)
                .hasMessageContaining(expected)
                .hasMessageStartingWith("night.csv: ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusesFilesWithoutCallsOrHeaderAndMissingFiles() throws IOException {
        assertThatThrownBy(() -> read(file(HEADER))).hasMessageContaining("at least one call");
        assertThatThrownBy(() -> read(file())).hasMessageContaining("line 1, column requested_at");
        assertThatThrownBy(() -> read(directory.resolve("none.csv")))
                .isInstanceOf(NightFileException.class)
                .hasMessage("none.csv: there is no such file (expected: a readable CSV file)");
        assertThatThrownBy(() -> read(directory)).isInstanceOf(NightFileException.class);
    }

    private Night read(Path file) {
        return NightFile.read(file, NightFileOptions.none(), NightParameters.defaults(), 7).night();
    }

    private Path file(String... lines) throws IOException {
        return Files.write(directory.resolve("night.csv"), List.of(lines));
    }
}
