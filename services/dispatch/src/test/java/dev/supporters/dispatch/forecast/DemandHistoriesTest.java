package dev.supporters.dispatch.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.Position;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkWindow;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class DemandHistoriesTest {

    private static final RegionBounds BOUNDS = new RegionBounds(37.4, 126.7, 37.7, 127.2);
    private static final WorkWindow WINDOW =
            new WorkWindow(ZoneId.of("Asia/Seoul"), LocalTime.of(21, 0), Duration.ofHours(4));

    private static final DemandHistories.LoadListener NOBODY =
            new DemandHistories.LoadListener() {
                @Override
                public void loaded(Path file, DemandHistory history) {}

                @Override
                public void refused(Path file, String reason) {}
            };

    @TempDir private Path folder;
    private final List<String> told = new ArrayList<>();
    private DemandHistories histories;

    @BeforeEach
    void lookIntoTheFolder() {
        histories =
                new DemandHistories(
                        List.of(folder),
                        new DemandHistories.LoadListener() {
                            @Override
                            public void loaded(Path file, DemandHistory history) {
                                told.add("loaded " + file.getFileName());
                            }

                            @Override
                            public void refused(Path file, String reason) {
                                told.add("refused " + file.getFileName());
                            }
                        });
    }

    @Test
    void usesTheNewestThatIsBeforeTheNight() throws IOException {
        // Given
        write("a.json", "2026-10-29");
        write("b.json", "2026-10-30");
        write("c.json", "2026-10-31");

        // When
        histories.reload();

        // Then
        assertThat(lastNight("2026-11-01")).isEqualTo("2026-10-31");
        assertThat(lastNight("2026-10-31")).isEqualTo("2026-10-30");
        assertThat(find("2026-10-29").history()).isEmpty();
        assertThat(find("2026-10-29").reason())
                .contains("lastNight: 2026-10-31 (expected: before 2026-10-29)");
        assertThat(histories.nights()).isEqualTo(60);
    }

    @Test
    void readsWhatIsNewOrHasChangedAndKeepsWhatADamagedFileHadBefore() throws IOException {
        // Given
        Path file = write("a.json", "2026-10-29");
        histories.reload();
        histories.reload();

        // When
        write("b.json", "2026-10-30");
        Files.writeString(file, "{}");
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        histories.reload();

        // Then
        assertThat(told).containsExactly("loaded a.json", "refused a.json", "loaded b.json");
        assertThat(histories.refusedFiles()).isEqualTo(1);
        assertThat(lastNight("2026-10-30")).isEqualTo("2026-10-29");
        assertThat(lastNight("2026-10-31")).isEqualTo("2026-10-30");
    }

    @Test
    void aDamagedFileIsToldOnceAndForgottenWhenItIsGone() throws IOException {
        // Given
        Path file = write("a.json", "2026-10-29");
        Files.writeString(file, "{}");
        histories.reload();
        histories.reload();
        assertThat(told).containsExactly("refused a.json");
        assertThat(histories.refusedFiles()).isEqualTo(1);

        // When
        Files.delete(file);
        histories.reload();

        // Then
        assertThat(histories.refusedFiles()).isZero();
        assertThat(told).hasSize(1);
    }

    @Test
    void keepsTheNewestThreeOfARegionInMemory() throws IOException {
        // Given
        for (int day = 20; day <= 25; day++) {
            write(day + ".json", "2026-10-" + day);
        }

        // When
        histories.reload();

        // Then
        assertThat(lastNight("2026-10-24")).isEqualTo("2026-10-23");
        assertThat(find("2026-10-23").history()).isEmpty();
    }

    @Test
    void ofTwoHistoriesOfTheSameNightsTheOneThatWasWrittenLaterIsUsed() throws IOException {
        // Given
        Path first = write("a.json", "2026-10-29", 20);
        Path corrected = write("b.json", "2026-10-29", 21);
        for (Path later : List.of(first, corrected)) {
            // When
            Files.setLastModifiedTime(first, FileTime.from(Instant.EPOCH));
            Files.setLastModifiedTime(corrected, FileTime.from(Instant.EPOCH));
            Files.setLastModifiedTime(later, FileTime.from(Instant.EPOCH.plusSeconds(1)));
            histories.reload();

            // Then
            int nights = later.equals(first) ? 20 : 21;
            assertThat(find("2026-10-30").history().orElseThrow().history().nights())
                    .isEqualTo(nights);
        }
    }

    @Test
    void aHistoryThatIsTakenOutOfTheFolderIsNotUsedAnyMore() throws IOException {
        // Given
        for (int day = 20; day <= 25; day++) {
            write(day + ".json", "2026-10-" + day);
        }
        histories.reload();

        // When
        Files.delete(folder.resolve("25.json"));
        histories.reload();

        // Then
        assertThat(lastNight("2026-10-31")).isEqualTo("2026-10-24");
        assertThat(lastNight("2026-10-23")).isEqualTo("2026-10-22");
    }

    @Test
    void aFileThatWasAwayIsReadWhenItComesBackAsItWas() throws IOException {
        // Given
        Path file = write("a.json", "2026-10-29");
        FileTime written = Files.getLastModifiedTime(file);
        var single = new DemandHistories(List.of(file), NOBODY);
        single.reload();

        // When
        Path elsewhere = Files.move(file, folder.resolve("away"));
        single.reload();
        assertThat(single.refusedFiles()).isEqualTo(1);
        Files.move(elsewhere, file);
        Files.setLastModifiedTime(file, written);
        single.reload();

        // Then
        assertThat(single.refusedFiles()).isZero();
        assertThat(single.nights()).isEqualTo(60);
    }

    private String lastNight(String businessDate) {
        return find(businessDate).history().orElseThrow().history().lastNight().toString();
    }

    private DemandHistories.FoundHistory find(String businessDate) {
        return histories.find("seoul", "DRIVER", WINDOW, BOUNDS, LocalDate.parse(businessDate));
    }

    private Path write(String name, String lastNight) throws IOException {
        return write(name, lastNight, 60);
    }

    private Path write(String name, String lastNight, int nights) throws IOException {
        DemandHistory whole = Histories.of(Map.of(new Position(37.5, 127.03), 24.0));
        DemandHistory written =
                new DemandHistory(
                        whole.region(),
                        whole.product(),
                        whole.zone(),
                        whole.windowBegin(),
                        whole.firstNight(),
                        LocalDate.parse(lastNight),
                        nights,
                        whole.bins(),
                        whole.cells());
        return Files.writeString(folder.resolve(name), DemandHistoryFile.write(written));
    }
}
