package dev.supporters.mlgateway.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.CallId;
import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.Position;
import dev.supporters.contract.RegionBounds;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.dispatch.forecast.DemandHistory;
import dev.supporters.dispatch.forecast.DemandHistoryFile;
import dev.supporters.mlgateway.forecast.RegionForecasts.Expected;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.PolicyPut;
import dev.supporters.proto.mlgateway.v1.ForecastBasis;
import dev.supporters.testkit.TestClock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** How many calls are expected, with and without past nights. */
class RegionForecastsTest {

    private static final Product DRIVER = Product.PRODUCT_DRIVER;
    private static final Position GANGNAM = new Position(37.4979, 127.0276);
    private static final DemandCells CELLS = new DemandCells();
    private static final long CELL = CELLS.cell(GANGNAM);

    @TempDir private Path folder;
    private final TestClock clock = new TestClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RegionalPolicies policies = new RegionalPolicies(clock);
    private final ObservedCalls calls = new ObservedCalls();

    @BeforeEach
    void put() {
        policies.put(
                PolicyPut.newBuilder()
                        .setPolicy(
                                PolicyDefaults.policy()
                                        .setProduct(DRIVER)
                                        .setRegion("seoul")
                                        .setVersion(1)
                                        .setBounds(
                                                new RegionBounds(37.3, 126.7, 37.7, 127.2)
                                                        .toProto()))
                        .build());
    }

    @Test
    void aHistoryAndCallsAsManyAsUsualGiveItsMean() throws IOException {
        // Given: two calls every ten minutes; half an hour has passed
        write("seoul.json", history("seoul", "2026-11-19"));
        observe(6);

        // When
        Expected expected = forecasts().expected(DRIVER, "seoul", Optional.of(CELL), minutes(30));

        // Then
        assertThat(expected.calls()).isEqualTo(6);
        assertThat(expected.factor()).isEqualTo(1);
        assertThat(expected.observed()).isEqualTo(6);
        assertThat(expected.basis()).isEqualTo(ForecastBasis.FORECAST_BASIS_HISTORY);
        assertThat(expected.name()).startsWith("history-");
    }

    @Test
    void moreCallsThanUsualRaiseIt() throws IOException {
        // Given
        write("seoul.json", history("seoul", "2026-11-19"));
        observe(26);

        // When
        Expected expected = forecasts().expected(DRIVER, "seoul", Optional.of(CELL), minutes(30));

        // Then: (14 + 26) / (14 + 6)
        assertThat(expected.factor()).isEqualTo(2);
        assertThat(expected.calls()).isEqualTo(12);
    }

    @Test
    void withoutAHistoryTonightsCallsGoOn() {
        // Given
        observe(6);

        // When
        Expected cell = forecasts().expected(DRIVER, "seoul", Optional.of(CELL), minutes(30));
        Expected region = forecasts().expected(DRIVER, "seoul", Optional.empty(), minutes(30));

        // Then
        assertThat(cell.calls()).isEqualTo(6);
        assertThat(region.calls()).isEqualTo(6);
        assertThat(cell.basis()).isEqualTo(ForecastBasis.FORECAST_BASIS_TONIGHT);
        assertThat(cell.name()).isEqualTo("tonight");
    }

    @Test
    void theForecastEndsWithTheWindow() {
        // Given
        observe(6);

        // When: three and a half hours are left
        Expected expected = forecasts().expected(DRIVER, "seoul", Optional.empty(), minutes(1_440));

        // Then
        assertThat(expected.calls()).isEqualTo(42);
    }

    @Test
    void nobodyCallsWhereNobodyEverDid() {
        // When
        Expected cell = forecasts().expected(DRIVER, "seoul", Optional.of(CELL), minutes(30));

        // Then
        assertThat(cell.calls()).isZero();
        assertThat(cell.factor()).isEqualTo(1);
    }

    @Test
    void outsideTheWindowNothingIsExpected() {
        // Given
        observe(6);
        clock.advance(Duration.ofHours(6));

        // When and then
        assertThat(forecasts().expected(DRIVER, "seoul", Optional.empty(), minutes(30)))
                .isEqualTo(new Expected(0, 1, 0, ForecastBasis.FORECAST_BASIS_NO_WINDOW, ""));
    }

    @Test
    void refusesUnknownRegionsAndNumbersThatAreNoCell() {
        assertThatThrownBy(() ->
                        forecasts().expected(DRIVER, "atlantis", Optional.empty(), minutes(5)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("DRIVER/atlantis");
        assertThatThrownBy(
                        () -> forecasts().expected(DRIVER, "seoul", Optional.of(42L), minutes(5)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cell: 42");
    }

    @Test
    void aHistoryOfAnotherCityOrOfTheFutureOrADamagedOneIsNotUsed() throws IOException {
        // Given
        write("busan.json", history("busan", "2026-11-19"));
        write("future.json", history("seoul", "2026-11-20"));
        Files.writeString(
                folder.resolve("damaged.json"),
                DemandHistoryFile.write(history("seoul", "2026-11-19")).replace("2.0", "3.0"));
        Files.writeString(folder.resolve("text.json"), "no JSON");
        observe(6);

        // When
        Expected expected = forecasts().expected(DRIVER, "seoul", Optional.empty(), minutes(30));

        // Then
        assertThat(expected.basis()).isEqualTo(ForecastBasis.FORECAST_BASIS_TONIGHT);
        assertThat(files("refused")).isEqualTo(2);
        assertThat(files("loaded")).isEqualTo(2);
        assertThat(files("unusable")).isEqualTo(1);
    }

    @Test
    void aHistoryOfAnotherCityWithTheNameOfTheRegionIsNotUsed() throws IOException {
        // Given: one with the clocks of New York, and one whose calls began in Busan
        DemandHistory whole = history("seoul", "2026-11-19");
        write("newYork.json", of(ZoneId.of("America/New_York"), whole.cells()));
        Position busan = new Position(35.1796, 129.0756);
        write(
                "busan.json",
                of(
                        whole.zone(),
                        List.of(
                                new DemandHistory.Cell(
                                        new DemandCells().cell(busan),
                                        busan,
                                        Collections.nCopies(24, 2.0)))));

        // When
        Expected expected = forecasts().expected(DRIVER, "seoul", Optional.empty(), minutes(30));

        // Then
        assertThat(expected.basis()).isEqualTo(ForecastBasis.FORECAST_BASIS_TONIGHT);
        assertThat(files("loaded")).isEqualTo(2);
        assertThat(files("unusable")).isEqualTo(1);
    }

    private static DemandHistory of(ZoneId zone, List<DemandHistory.Cell> cells) {
        DemandHistory whole = history("seoul", "2026-11-19");
        return new DemandHistory(
                whole.region(),
                whole.product(),
                zone,
                whole.windowBegin(),
                whole.firstNight(),
                whole.lastNight(),
                whole.nights(),
                whole.bins(),
                cells);
    }

    @Test
    void ofSeveralHistoriesTheNewestThatFitsTheNightIsUsed() throws IOException {
        // Given: as the training job leaves them, and one of a night that is not over
        write("demand-3.json", history("seoul", "2026-11-20"));
        write("demand-2.json", history("seoul", "2026-11-19"));
        write("demand-1.json", history("seoul", "2026-11-18"));
        HistoryFiles histories = new HistoryFiles(Optional.of(folder), meters);

        // When
        histories.reload();

        // Then
        assertThat(usable(histories))
                .isEqualTo(
                        "history-"
                                + DemandHistoryFile.checksum(history("seoul", "2026-11-19"))
                                        .substring(0, 8));
        assertThat(files("unusable")).isZero();
    }

    @Test
    void aHistoryWithAGapInTheWindowIsNotUsedWhichIsCountedOnceANight() throws IOException {
        // Given: its calls were asked for an hour later than the window begins
        DemandHistory whole = history("seoul", "2026-11-19");
        write(
                "later.json",
                new DemandHistory(
                        "seoul",
                        "DRIVER",
                        whole.zone(),
                        LocalTime.of(22, 0),
                        whole.firstNight(),
                        whole.lastNight(),
                        whole.nights(),
                        whole.bins(),
                        whole.cells()));
        RegionForecasts forecasts = forecasts();

        // When
        Expected first = forecasts.expected(DRIVER, "seoul", Optional.empty(), minutes(30));
        Expected second = forecasts.expected(DRIVER, "seoul", Optional.empty(), minutes(30));

        // Then
        assertThat(List.of(first, second))
                .extracting(Expected::basis)
                .containsOnly(ForecastBasis.FORECAST_BASIS_TONIGHT);
        assertThat(files("unusable")).isEqualTo(1);
        clock.advance(Duration.ofDays(1));
        var _ = forecasts.expected(DRIVER, "seoul", Optional.empty(), minutes(30));
        assertThat(files("unusable")).isEqualTo(2);
    }

    @Test
    void aFileThatChangesIsReadAgainAndADamagedOneLeavesTheOneBefore() throws IOException {
        // Given
        Path file = write("seoul.json", history("seoul", "2026-11-18"));
        HistoryFiles histories = new HistoryFiles(Optional.of(folder), meters);
        histories.reload();
        histories.reload();
        String first = usable(histories);

        // When
        write("seoul.json", history("seoul", "2026-11-19"));
        touch(file, 10);
        histories.reload();
        String second = usable(histories);
        Files.writeString(file, "{}");
        touch(file, 20);
        histories.reload();

        // Then
        assertThat(second).isNotEqualTo(first);
        assertThat(usable(histories)).isEqualTo(second);
        assertThat(files("loaded")).isEqualTo(2);
        assertThat(files("refused")).isEqualTo(1);
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        // When
        new HistoryFiles(Optional.of(folder.resolve("missing.json")), meters).reload();

        // Then
        assertThat(files("refused")).isEqualTo(1);
    }

    private String usable(HistoryFiles histories) {
        return histories
                .usable(policies.all().getFirst(), LocalDate.of(2026, 11, 20))
                .orElseThrow()
                .name();
    }

    private static void touch(Path file, int seconds) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(TestClock.FRIDAY_NIGHT.plusSeconds(seconds)));
    }

    private double files(String result) {
        return meters.counter("supporters_mlgateway_history_files_total", "result", result).count();
    }

    private RegionForecasts forecasts() {
        return TestForecasts.of(policies, Optional.of(folder), calls, clock, meters);
    }

    private void observe(int count) {
        for (int i = 0; i < count; i++) {
            calls.requested(
                    new CallId("c" + i), DRIVER, GANGNAM, clock.instant().minusSeconds(600));
        }
    }

    private Path write(String name, DemandHistory history) throws IOException {
        return Files.writeString(folder.resolve(name), DemandHistoryFile.write(history));
    }

    private static DemandHistory history(String region, String lastNight) {
        return new DemandHistory(
                region,
                "DRIVER",
                ZoneId.of("Asia/Seoul"),
                LocalTime.of(21, 0),
                LocalDate.of(2026, 11, 1),
                LocalDate.parse(lastNight),
                8,
                24,
                List.of(new DemandHistory.Cell(CELL, GANGNAM, Collections.nCopies(24, 2.0))));
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
