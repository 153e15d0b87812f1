package dev.supporters.stand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

class ServiceProcessTest {

    private final AtomicInteger starts = new AtomicInteger();
    @TempDir Path directory;
    private ServiceProcess process;

    @BeforeEach
    void startIt() {
        process =
                new ServiceProcess(
                        ServiceSpec.CALL,
                        0,
                        List.of("sleep", "600"),
                        Map.of(),
                        directory.resolve("log"),
                        starts::incrementAndGet);
        process.start();
    }

    @AfterEach
    void stopIt() {
        process.beginStop();
        process.awaitStop(Duration.ofSeconds(12));
    }

    @Test
    void oneThatWasKilledIsStartedAgain() {
        // Given
        long first = process.pid().orElseThrow();
        // When
        process.kill();
        // Then
        await().untilAsserted(() -> {
            assertThat(process.pid()).isPresent().get().isNotEqualTo(first);
            assertThat(process.restarts()).isEqualTo(1);
            assertThat(starts).hasValue(2);
        });
    }

    @Test
    void oneThatWasStoppedStaysDownUntilItIsStarted() {
        // When
        process.beginStop();
        process.awaitStop(Duration.ofSeconds(12));
        // Then
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(process.alive()).isFalse());
        // When
        process.start();
        // Then
        assertThat(process.alive()).isTrue();
        assertThat(process.restarts()).isZero();
    }

    @Test
    void oneThatWasStoppedAndStartedAtOnceRunsOnce() {
        // When
        process.beginStop();
        process.awaitStop(Duration.ofSeconds(12));
        process.start();
        long second = process.pid().orElseThrow();
        // Then: the end of the first process starts nothing
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(process.pid()).contains(second));
        assertThat(starts).hasValue(2);
    }

    @Test
    void startingOneThatRunsChangesNothing() {
        long first = process.pid().orElseThrow();
        process.start();
        assertThat(process.pid()).contains(first);
        assertThat(starts).hasValue(1);
    }
}
