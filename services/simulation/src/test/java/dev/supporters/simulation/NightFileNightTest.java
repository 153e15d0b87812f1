package dev.supporters.simulation;

import static dev.supporters.simulation.NightFiles.HEADER;
import static dev.supporters.simulation.NightFiles.file;
import static dev.supporters.simulation.NightFiles.read;
import static dev.supporters.simulation.NightFiles.refusal;
import static dev.supporters.simulation.NightFiles.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.simulation.NightFile.LeftOut;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which night of a file is played, where its clocks are, and what its fares are in. */
class NightFileNightTest {

    private static final String BENGALURU = ",12.97,77.59,12.93,77.62,25000,5600\n";
    private static final String REYKJAVIK = ",64.14,-21.92,64.10,-21.88,2500,5600\n";
    private static final String SAO_PAULO = ",-23.56,-46.65,-23.59,-46.68,3200,6100\n";

    @TempDir Path directory;

    @Test
    void playsTheNightWithTheMostCallsAndCountsTheRowsOfOthers() throws IOException {
        // Given: unsorted, over three days
        NightFile file =
                night(
                        "2013-08-31T00:30:00-04:00",
                        "2013-08-31T21:30:00-04:00",
                        "2013-08-30T21:30:05-04:00",
                        "2013-08-30T00:05:11-04:00",
                        "2013-08-30T08:20:40-04:00",
                        "2013-08-30T19:59:59-04:00",
                        "2013-08-31T02:00:01-04:00");
        // Then
        assertThat(file.night().businessDate()).isEqualTo("2013-08-30");
        assertThat(file.night().calls()).hasSize(2);
        assertThat(file.night().calls()).extracting(NightCall::requestedAt).isSorted();
        assertThat(file.leftOut())
                .isEqualTo(Map.of(LeftOut.OTHER_NIGHT, 3, LeftOut.OUTSIDE_WINDOW, 2));
        assertThat(file.summary())
                .contains(
                        "7 rows read, 2 calls played, the night of 2013-08-30",
                        "left out: 3 rows of other nights, 2 rows more than an hour outside"
                                + " 21:00–01:00");
    }

    @Test
    void playsTheFirstOfNightsWithAsManyCalls() throws IOException {
        NightFile file =
                night(
                        "2013-08-30T21:04:11-04:00",
                        "2013-08-31T20:50:00-04:00",
                        "2013-08-29T21:30:05-04:00");
        assertThat(file.night().businessDate()).isEqualTo("2013-08-29");
        assertThat(file.leftOut()).isEqualTo(Map.of(LeftOut.OTHER_NIGHT, 2));
    }

    @Test
    void beginsBeforeTheWindowIfACallDoes() throws IOException {
        // When
        Night night = night("2013-08-30T20:10:11-04:00", "2013-08-30T21:10:11-04:00").night();
        // Then
        assertThat(night.calls()).hasSize(2);
        assertThat(night.begin()).isEqualTo(Instant.parse("2013-08-31T00:10:11Z"));
        assertThat(night.windowBegin()).isEqualTo(Instant.parse("2013-08-31T01:00:00Z"));
        assertThat(Population.of(night, NightParameters.defaults(), 7, 0, 20).commissionDrivers())
                .anyMatch(driver -> driver.begin().isBefore(night.windowBegin()));
    }

    @Test
    void refusesAFileWithoutAnEvening() throws IOException {
        assertThat(
                        refusal(
                                file(
                                        directory,
                                        HEADER
                                                + row("2013-08-30T08:00:00-04:00")
                                                + row("2013-08-30T20:30:00-04:00"))))
                .isEqualTo(
                        "night.csv: no call between 21:00 and 01:00 in America/New_York (expected:"
                                + " calls of an evening; -Dzone= gives another time zone)");
    }

    @Test
    void refusesMoreCallsThanANightMayHave() throws IOException {
        String rows = row("2013-08-30T22:00:00-04:00").repeat(20_001);
        assertThat(refusal(file(directory, HEADER + rows)))
                .isEqualTo(
                        "night.csv: 20,001 calls in the night of 2013-08-30 (expected: at most"
                                + " 20,000 calls)");
    }

    @ParameterizedTest
    @CsvSource({
        // what is said goes before the place, the place before the offset
        "2013-08-31T01:04:11Z, '', America/New_York, 2013-08-30",
        "2013-08-31T01:04:11+00:00, '', America/New_York, 2013-08-30",
        "2013-08-30T22:04:11-03:00, '', America/New_York, 2013-08-30",
        "2013-08-30T21:04:11-04:00, america/halifax, America/Halifax, 2013-08-30",
        "2013-08-30T15:04:11Z, +06:00, +06:00, 2013-08-30",
        "2013-08-30T21:04:11Z, UTC, UTC, 2013-08-30",
        "2013-08-31T02:04:11Z, utc-5, -05:00, 2013-08-30",
    })
    void takesTheZoneOfTheOptionElseOfThePlace(
            String time, String zone, String expected, LocalDate date) throws IOException {
        // When
        Night night = read(file(directory, HEADER + row(time)), zone, "").night();
        // Then
        assertThat(night.zone().getId()).isEqualTo(expected);
        assertThat(night.businessDate()).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-10T21:04:11+05:30, 12.97, 77.59, '', Asia/Kolkata, INR",
        "2024-05-10T15:34:11Z, 12.97, 77.59, '', Asia/Kolkata, INR",
        "2024-05-10T21:04:11+03:00, 26.2, 50.6, '', Asia/Bahrain, BHD",
        "2024-05-10T21:04:11+09:00, 37.55, 127.0, '', Asia/Seoul, KRW",
        // nothing listed is near: the file's own offset
        "2024-05-10T21:04:11+05:45, 27.72, 85.32, '', +05:45, USD",
        "2024-05-10T21:04:11+05:45, 27.72, 85.32, NPR, +05:45, NPR",
        // a city is near, but clocks here are those of another zone
        "2024-05-10T21:04:11-04:00, 41.68, -86.25, '', -04:00, USD",
        "2024-05-11T02:04:11Z, 41.68, -86.25, '', America/Chicago, USD",
    })
    void knowsTheCurrencyByPlaceUnlessItIsSaid(
            String time, String lat, String lng, String currency, String zone, String expected)
            throws IOException {
        // Given
        String row = time + "," + lat + "," + lng + "," + lat + "," + lng + ",2500,0\n";
        // When
        Night night = read(file(directory, HEADER + row), "", currency).night();
        // Then
        assertThat(night.zone().getId()).isEqualTo(zone);
        assertThat(night.currency()).isEqualTo(expected);
    }

    @Test
    void asksForTheZoneWhereNothingSaysIt() throws IOException {
        Path utc = file(directory, HEADER + "2024-05-10T21:04:11Z" + REYKJAVIK);
        assertThat(refusal(utc))
                .isEqualTo(
                        "night.csv: the time zone is not known: no listed city is near"
                                + " 64.14/-21.92, and the times are in UTC (expected: -Dzone= with an"
                                + " IANA name like Asia/Seoul, or an offset like +05:30 or UTC-5)");
        assertThat(read(utc, "Atlantic/Reykjavik", "ISK").night().zone().getId())
                .isEqualTo("Atlantic/Reykjavik");
        Path mixed =
                file(
                        directory,
                        HEADER
                                + ("2024-05-10T21:04:11+01:00" + REYKJAVIK)
                                + ("2024-05-10T21:04:11+02:00" + REYKJAVIK));
        assertThat(refusal(mixed)).contains("the times are in 2 offsets", "-Dzone=");
    }

    @Test
    void playsANightInWhichTheClocksGoBack() throws IOException {
        // Given: 23:00 to 00:00 came twice
        String rows =
                Stream.of(
                                "2015-02-21T21:05:10-02:00",
                                "2015-02-21T23:10:20-02:00",
                                "2015-02-21T23:10:20-03:00",
                                "2015-02-22T00:55:30-03:00")
                        .map(time -> time + SAO_PAULO)
                        .collect(Collectors.joining());
        // When
        NightFile file = read(file(directory, HEADER + rows));
        Night night = file.night();
        // Then
        assertThat(file.leftOut()).isEmpty();
        assertThat(night.zone().getId()).isEqualTo("America/Sao_Paulo");
        assertThat(night.currency()).isEqualTo("BRL");
        assertThat(night.businessDate()).isEqualTo("2015-02-21");
        assertThat(Duration.between(night.windowBegin(), night.windowEnd())).hasHours(5);
    }

    @Test
    void playsAFixedOffsetInANightInWhichTheClocksGoBack() throws IOException {
        // When: the last is at 01:30 for the second time, an hour and a half after the window
        NightFile file =
                night(
                        "2013-11-02T21:04:11-04:00",
                        "2013-11-03T00:50:40-04:00",
                        "2013-11-03T02:30:05-04:00");
        // Then
        assertThat(file.night().zone().getId()).isEqualTo("America/New_York");
        assertThat(file.night().calls()).hasSize(2);
        assertThat(file.leftOut()).isEqualTo(Map.of(LeftOut.OUTSIDE_WINDOW, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.50|''|found \"12.50\" (expected: an amount in the minor unit of USD, whole and not negative (12.00 USD is 1200), or nothing)",
                "9.00|''|found \"9.00\"",
                "-1300|''|found \"-1300\"",
                "$9|''|found \"$9\"",
                "18000.5|KRW|(expected: an amount in the minor unit of KRW, whole and not negative (12 KRW is 12), or nothing)",
                "12.500|BHD|(expected: an amount in the minor unit of BHD, whole and not negative (12.000 BHD is 12000), or nothing)",
                "9999999999|''|found \"9999999999\"",
            })
    void refusesFaresThatAreNoWholeAmountInTheMinorUnit(
            String fare, String currency, String expected) throws IOException {
        Path file =
                file(directory, HEADER + row("2013-08-30T21:04:11-04:00").replace("1150", fare));
        assertThat(refusal(file, "", currency))
                .startsWith("night.csv: line 2, column fare: ")
                .contains(expected);
    }

    @Test
    void estimatesMissingFaresOfSeoulByItsTariff() throws IOException {
        // Given: 10 km of road
        String row = "2026-03-02T21:10:31+09:00,37.5665,126.9784,37.4979,127.0276,,10000\n";
        // Then
        assertThat(read(file(directory, HEADER + row)).night().calls())
                .extracting(NightCall::fare)
                .containsExactly(15_000L + 5 * 850 + 50);
    }

    @Test
    void readsZonesAndCurrenciesOfOptions() {
        assertThat(NightFileOptions.zone("asia/seoul")).get().hasToString("Asia/Seoul");
        assertThat(NightFileOptions.zone(" GMT+9 ")).get().hasToString("+09:00");
        assertThat(NightFileOptions.zone("Z")).get().hasToString("UTC");
        assertThat(NightFileOptions.zone("Seoul")).isEmpty();
        assertThat(NightFileOptions.zone("")).isEmpty();
        assertThat(NightFileOptions.zone("+25:00")).isEmpty();
        assertThat(NightFileOptions.zone("+15:00")).isEmpty();
        assertThat(NightFileOptions.zone("+05:30:15")).isEmpty();
        assertThat(NightFileOptions.currency("krw")).get().hasToString("KRW");
        assertThat(NightFileOptions.currency("XXX")).isEmpty();
        assertThat(NightFileOptions.currency("won")).isEmpty();
    }

    @Test
    void playsACityThatIsOnTheListOnlyByItsClocks() throws IOException {
        assertThat(
                        read(file(directory, HEADER + "2024-05-10T21:04:11+05:30" + BENGALURU))
                                .night()
                                .calls())
                .hasSize(1);
    }

    private NightFile night(String... times) throws IOException {
        return read(
                file(
                        directory,
                        HEADER
                                + Stream.of(times)
                                        .map(NightFiles::row)
                                        .collect(Collectors.joining())));
    }
}
