package dev.supporters.stand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

class StandFolderTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-20T15:00:00Z");

    @TempDir Path directory;

    private StandFolder folder;

    @BeforeEach
    void prepare() {
        folder = new StandFolder(directory.resolve("stand"));
        folder.clear();
    }

    @Test
    void aNightThatWasStoppedInOrderIsGoneOnWith() {
        folder.running("night");
        folder.stopped("night", MIDNIGHT);

        assertThat(folder.stoppedAt("night")).contains(MIDNIGHT);
        assertThat(folder.stoppedAt("another night")).isEmpty();
    }

    @Test
    void aStandThatWasKilledIsNotGoneOnWith() {
        folder.stopped("night", MIDNIGHT);

        folder.running("night");

        assertThat(folder.stoppedAt("night")).isEmpty();
    }

    @Test
    void goingOnKeepsAllButTheClocksAnchor() throws Exception {
        Files.writeString(folder.store(), "contents");
        Files.writeString(folder.anchor(), "2026-11-20T15:00:00Z");

        folder.prepare();

        assertThat(folder.store()).exists();
        assertThat(folder.anchor()).doesNotExist();
    }

    @Test
    void remembersWhichCallsWereRehearsed() {
        assertThat(folder.rehearsed()).isEmpty();

        folder.rehearsed(Set.of("1", "2"));

        assertThat(folder.rehearsed()).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void aNewNightKeepsNothing() throws Exception {
        Files.createDirectories(folder.broker());
        Files.writeString(folder.broker().resolve("log"), "x");
        folder.stopped("night", MIDNIGHT);

        folder.clear();

        assertThat(folder.broker()).doesNotExist();
        assertThat(folder.stoppedAt("night")).isEmpty();
    }
}
