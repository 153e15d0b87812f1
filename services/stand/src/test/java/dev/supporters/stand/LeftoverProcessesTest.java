package dev.supporters.stand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class LeftoverProcessesTest {

    @TempDir Path directory;

    private Path file;
    private Process service;

    @BeforeEach
    void startAService() throws IOException {
        file = directory.resolve("processes");
        service = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void endTheService() {
        service.destroyForcibly();
    }

    @Test
    void leavesTheServicesOfAStandThatStillRuns() {
        // Given: noted by this process, which lives
        LeftoverProcesses.note(file, List.of(service.pid()));

        // When
        LeftoverProcesses.end(file);

        // Then
        assertThat(service.isAlive()).isTrue();
        assertThat(file).exists();
    }

    @Test
    void endsTheServicesOfAStandThatIsGone() throws Exception {
        // Given
        LeftoverProcesses.note(file, List.of(service.pid()));
        List<String> lines = Files.readAllLines(file);
        Files.write(file, List.of("999999999 2026-11-20T15:00:00Z", lines.get(lines.size() - 1)));

        // When
        LeftoverProcesses.end(file);

        // Then
        assertThat(service.waitFor()).isNotZero();
        assertThat(file).doesNotExist();
    }
}
