package dev.supporters.zone.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.contract.Position;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.dispatch.forecast.DemandHistory;
import dev.supporters.dispatch.forecast.DemandHistoryFile;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.testkit.TestClock;
import dev.supporters.zone.SampleZones;
import dev.supporters.zone.region.ZoneTerms;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;

class DemandEstimatorTest {

    private static final Instant NOW = TestClock.FRIDAY_NIGHT;
    private static final int BINS = 24;

    private final ZoneTerms terms = SampleZones.terms(SampleZones.RULES);
    private final OpenWindow window = terms.window().at(NOW).orElseThrow();
    private final TonightsCalls calls = new TonightsCalls();
    @TempDir private Path folder;

    @Test
    void withoutAHistoryTheNextHalfHourIsLikeTheLast() {
        // Given
        calls.requested("1", Product.PRODUCT_DRIVER, SampleZones.GANGNAM, NOW.minusSeconds(1_801));
        calls.requested("2", Product.PRODUCT_DRIVER, SampleZones.GANGNAM, NOW.minusSeconds(1_799));
        calls.requested("2", Product.PRODUCT_DRIVER, SampleZones.GANGNAM, NOW.minusSeconds(5));
        calls.requested("3", Product.PRODUCT_DRIVER, new Position(33, 126), NOW.minusSeconds(5));
        calls.requested("4", Product.PRODUCT_DRIVER, SampleZones.GANGNAM, NOW.plusSeconds(5));

        // When
        DemandEstimate estimate = estimator(List.of()).estimate(terms, window, NOW);

        // Then
        assertThat(estimate.version()).isEqualTo("tonight");
        assertThat(estimate.calls()).containsOnlyKeys(SampleZones.CENTER);
        assertThat(estimate.calls()).containsEntry(SampleZones.CENTER, 1.0);
        assertThat(estimate.untilEnd()).containsEntry(SampleZones.CENTER, 7.0);
    }

    @Test
    void withoutAHistoryAndWithoutCallsNothingIsKnown() {
        // When
        DemandEstimate estimate = estimator(List.of()).estimate(terms, window, NOW);

        // Then
        assertThat(estimate.version()).isEqualTo("none");
        assertThat(estimate.calls()).isEmpty();
    }

    @Test
    void aHistoryCountsTimesTonightsFactor() throws IOException {
        // Given six calls a night in each half hour, and eight tonight in the first one
        Path file = write("seoul", "2026-10-31");
        for (int call = 0; call < 8; call++) {
            calls.requested(
                    "" + call, Product.PRODUCT_DRIVER, SampleZones.GANGNAM, NOW.minusSeconds(60));
        }

        // When
        DemandEstimate estimate = estimator(List.of(file)).estimate(terms, window, NOW);

        // Then
        double factor = (14 + 8) / (14 + 6.0);
        assertThat(estimate.version()).startsWith("history 2026-10-31 ").endsWith(" + tonight");
        assertThat(estimate.calls().get(SampleZones.CENTER)).isCloseTo(6 * factor, within(1e-9));
        assertThat(estimate.untilEnd().get(SampleZones.CENTER))
                .isCloseTo(42 * factor, within(1e-9));
    }

    @Test
    void demandDoesNotFallOnlyBecauseTheWindowEnds() throws IOException {
        // Given
        Path file = write("seoul", "2026-10-31");
        Instant late = window.end().minus(Duration.ofMinutes(2));

        // When
        DemandEstimate estimate = estimator(List.of(file)).estimate(terms, window, late);

        // Then
        double factor = 14 / (14 + 48 - 0.4);
        assertThat(estimate.calls().get(SampleZones.CENTER)).isCloseTo(6 * factor, within(1e-9));
        assertThat(estimate.untilEnd().get(SampleZones.CENTER))
                .isCloseTo(.4 * factor, within(1e-9));
    }

    @Test
    void aHistoryThatDoesNotFitIsNotUsed() throws IOException {
        // Given
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"kind\":\"x\"}");
        RegionHistories histories =
                RegionHistories.read(
                        List.of(
                                write("busan", "2026-10-31"),
                                write("seoul", "2026-11-20"),
                                broken,
                                folder.resolve("missing.json")));

        // When
        DemandEstimate estimate =
                new DemandEstimator(calls, histories, SampleZones.GRID)
                        .estimate(terms, window, NOW);

        // Then
        assertThat(histories.unusable()).isEqualTo(2);
        assertThat(estimate.version()).isEqualTo("none");
    }

    @Test
    void aHistoryThatTheTrainingJobWritesIsUsedWithoutARestart() throws IOException {
        // Given: a folder that is empty yet
        Path histories = Files.createDirectory(folder.resolve("histories"));
        RegionHistories known = RegionHistories.read(List.of(histories));
        var estimator = new DemandEstimator(calls, known, SampleZones.GRID);
        String before = estimator.estimate(terms, window, NOW).version();

        // When
        Files.move(write("seoul", "2026-10-31"), histories.resolve("seoul.json"));
        known.reload();

        // Then
        assertThat(before).isEqualTo("none");
        assertThat(estimator.estimate(terms, window, NOW).version())
                .startsWith("history 2026-10-31 ");
        assertThat(known.unusable()).isZero();
    }

    private DemandEstimator estimator(List<Path> files) {
        return new DemandEstimator(calls, RegionHistories.read(files), SampleZones.GRID);
    }

    private Path write(String region, String lastNight) throws IOException {
        DemandHistory history =
                new DemandHistory(
                        region,
                        "DRIVER",
                        ZoneId.of("Asia/Seoul"),
                        LocalTime.of(21, 0),
                        LocalDate.parse("2026-09-01"),
                        LocalDate.parse(lastNight),
                        30,
                        BINS,
                        List.of(
                                new DemandHistory.Cell(
                                        SampleZones.CENTER,
                                        SampleZones.GANGNAM,
                                        Collections.nCopies(BINS, 2.0))));
        return Files.writeString(
                folder.resolve(region + lastNight + ".json"), DemandHistoryFile.write(history));
    }
}
