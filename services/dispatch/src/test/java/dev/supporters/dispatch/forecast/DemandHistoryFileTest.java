package dev.supporters.dispatch.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.Position;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkWindow;
import dev.supporters.dispatch.forecast.DemandHistoryTrainer.PastCall;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

class DemandHistoryFileTest {

    private static final Position HERE = new Position(37.50, 127.03);
    private static final LocalDate NIGHT = LocalDate.of(2026, 10, 2);
    private static final RegionBounds BOUNDS = new RegionBounds(37.4, 126.7, 37.7, 127.2);
    private static final WorkWindow WINDOW =
            new WorkWindow(ZoneId.of("Asia/Seoul"), LocalTime.of(21, 0), Duration.ofHours(4));

    private final DemandHistory history = Histories.of(Map.of(HERE, 24.0));
    private final String text = DemandHistoryFile.write(history);

    @Test
    void readsWhatItWrote() {
        assertThat(DemandHistoryFile.read(text).history()).isEqualTo(history);
        assertThat(DemandHistoryFile.read(text).checksum())
                .isEqualTo(DemandHistoryFile.checksum(history))
                .hasSize(64);
    }

    @Test
    void refusesWhatWasChangedOrIsNoHistory() {
        refused(text.replace("\"nights\":60", "\"nights\":61"), "checksum: ");
        refused("{}", "kind: none (expected: demand-history@1)");
        refused("[", "(expected: JSON)");
        refused("", "kind: none");
        refused("{\"kind\":\"demand-history@1\"}", "history: MISSING (expected: an object)");
    }

    @Test
    void refusesAFileThatCannotBeReadOrIsTooLarge(@TempDir Path folder) throws Exception {
        Path large = folder.resolve("large.json");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(1L << 30); // sparse
        }

        assertThatThrownBy(() -> DemandHistoryFile.read(large)).hasMessageContaining("at most");
        assertThatThrownBy(() -> DemandHistoryFile.read(folder.resolve("none.json")))
                .hasMessageContaining("none.json: not a readable file");
    }

    private static void refused(String content, String message) {
        assertThatThrownBy(() -> DemandHistoryFile.read(content))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesImpossibleNumbers() {
        assertThatThrownBy(() -> Histories.of(Map.of(HERE, -24.0)))
                .hasMessageContaining("-1.0 (expected: calls from 0 to 1000000)");
        assertThatThrownBy(() -> Histories.of(Map.of(HERE, Double.NaN)))
                .hasMessageContaining("NaN (expected: calls");
    }

    @Test
    void isUsedOnlyForLaterNightsOfItsRegionAndProduct() {
        LocalDate next = LocalDate.of(2026, 11, 1);

        assertThat(history.unusableFor("seoul", "DRIVER", WINDOW, BOUNDS, next)).isEmpty();
        assertThat(history.unusableFor("busan", "DRIVER", WINDOW, BOUNDS, next))
                .contains("region: seoul (expected: busan)");
        assertThat(history.unusableFor("seoul", "TAXI", WINDOW, BOUNDS, next))
                .contains("product: DRIVER (expected: TAXI)");
        assertThat(history.unusableFor("seoul", "DRIVER", WINDOW, BOUNDS, next.minusDays(1)))
                .contains("lastNight: 2026-10-31 (expected: before 2026-10-31)");
    }

    @Test
    void isNotUsedForARegionOfTheSameNameInAnotherCity() {
        WorkWindow newYork =
                new WorkWindow(ZoneId.of("America/New_York"), WINDOW.begin(), WINDOW.length());
        WorkWindow sameClocks =
                new WorkWindow(ZoneId.of("Asia/Tokyo"), WINDOW.begin(), WINDOW.length());
        RegionBounds tokyo = new RegionBounds(35.5, 139.4, 35.9, 140);
        LocalDate next = LocalDate.of(2026, 11, 1);

        assertThat(history.unusableFor("seoul", "DRIVER", newYork, BOUNDS, next))
                .contains("zone: Asia/Seoul (expected: clocks like America/New_York)");
        assertThat(history.unusableFor("seoul", "DRIVER", sameClocks, tokyo, next))
                .contains(
                        "cells: 0 % of the calls begin in the policy's bounds (expected: at least 50 %)");
        assertThat(history.unusableFor("seoul", "DRIVER", sameClocks, BOUNDS, next)).isEmpty();
    }

    @Test
    void isUsedOnlyForAWindowOfWhichItHasEveryHour() {
        WorkWindow earlier = new WorkWindow(WINDOW.zone(), LocalTime.of(20, 0), WINDOW.length());
        WorkWindow longer =
                new WorkWindow(WINDOW.zone(), WINDOW.begin(), WINDOW.length().plusMinutes(1));
        LocalDate next = LocalDate.of(2026, 11, 1);

        assertThat(history.unusableFor("seoul", "DRIVER", earlier, BOUNDS, next))
                .contains("windowBegin: 21:00 (expected: 20:00)");
        assertThat(history.unusableFor("seoul", "DRIVER", longer, BOUNDS, next))
                .contains("bins: 240 minutes (expected: at least the window's 241)");
    }

    @Test
    void learnsSmoothedMeansWithinTheWindow() {
        DemandHistoryTrainer trainer = new DemandHistoryTrainer(WINDOW);
        Instant begin = Instant.parse("2026-10-02T12:00:00Z");
        trainer.learn(
                NIGHT,
                List.of(
                        new PastCall(begin.plusSeconds(1_800), HERE),
                        new PastCall(begin.plusSeconds(1_900), HERE),
                        new PastCall(begin.minusSeconds(1), HERE),
                        new PastCall(begin.plusSeconds(14_400), HERE)));
        trainer.learn(NIGHT.plusDays(3), List.of());

        DemandHistory learned = trainer.history("seoul", "DRIVER");

        assertThat(learned.nights()).isEqualTo(2);
        assertThat(learned.firstNight()).isEqualTo(NIGHT);
        assertThat(learned.lastNight()).isEqualTo(NIGHT.plusDays(3));
        assertThat(learned.bins()).isEqualTo(24);
        assertThat(learned.cells()).hasSize(1);
        assertThat(learned.cells().getFirst().calls().subList(0, 6))
                .containsExactly(0.0, 0.0, .25, .5, .25, 0.0);
        assertThat(learned.total()).isEqualTo(1);
    }

    @Test
    void aNightWithAnHourMoreTeachesNothingAboutItsLastHour() {
        // Given Berlin, where 03:00 becomes 02:00; the window is open for eight hours
        WorkWindow untilFour =
                new WorkWindow(
                        ZoneId.of("Europe/Berlin"), LocalTime.of(21, 0), Duration.ofHours(7));
        DemandHistoryTrainer trainer = new DemandHistoryTrainer(untilFour);
        Instant begin = Instant.parse("2026-10-24T19:00:00Z");

        // When
        trainer.learn(
                LocalDate.of(2026, 10, 24),
                List.of(
                        new PastCall(begin.plusSeconds(3_600), HERE),
                        new PastCall(begin.plusSeconds(7 * 3_600 + 1_800), HERE)));

        // Then
        assertThat(trainer.history("berlin", "DRIVER").bins()).isEqualTo(42);
        assertThat(trainer.history("berlin", "DRIVER").total()).isEqualTo(1);
    }
}
