package dev.supporters.stand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class ServiceSupervisorTest {

    @TempDir Path directory;
    private ServiceSupervisor supervisor;

    @BeforeEach
    void startTwoServices() {
        supervisor = new ServiceSupervisor(directory.resolve("processes"), Duration.ofSeconds(12));
        start(ServiceSpec.CALL);
        start(ServiceSpec.WORK);
    }

    @AfterEach
    void end() {
        supervisor.close();
    }

    @Test
    void killsOneServiceAndCountsItsRestart() {
        // When
        supervisor.kill(ServiceSpec.CALL);
        // Then
        await().untilAsserted(() -> {
            assertThat(supervisor.alive(ServiceSpec.CALL)).isTrue();
            assertThat(supervisor.restarts()).containsExactly(Map.entry("call", 1));
        });
    }

    @Test
    void stopsOneServiceAndLeavesTheOthers() {
        // When
        supervisor.stop(ServiceSpec.CALL);
        // Then
        assertThat(supervisor.alive(ServiceSpec.CALL)).isFalse();
        assertThat(supervisor.alive(ServiceSpec.WORK)).isTrue();
        // When
        supervisor.start(ServiceSpec.CALL);
        // Then
        assertThat(supervisor.alive(ServiceSpec.CALL)).isTrue();
        assertThat(supervisor.restarts()).isEmpty();
    }

    @Test
    void notesTheProcessOfARestartToo() throws Exception {
        // Given
        List<String> before = notes();
        // When
        supervisor.kill(ServiceSpec.CALL);
        // Then: this process, two services
        await().untilAsserted(() -> assertThat(notes()).hasSize(3).isNotEqualTo(before));
    }

    @Test
    void startsNothingOnceItIsClosed() {
        // Given
        supervisor.close();
        // When
        supervisor.start(ServiceSpec.CALL);
        start(ServiceSpec.LEGACY);
        // Then
        assertThat(supervisor.alive(ServiceSpec.CALL)).isFalse();
        assertThatThrownBy(() -> supervisor.alive(ServiceSpec.LEGACY))
                .hasMessage("service: legacy (expected: one of [call, work])");
    }

    @Test
    void namesTheServiceThatDoesNotStartAndItsLog() {
        // Given
        Path log = directory.resolve("legacy.log");
        supervisor.start(ServiceSpec.LEGACY, 1, List.of("false"), Map.of(), log);
        // When, Then
        assertThatThrownBy(() -> supervisor.awaitReady(List.of(ServiceSpec.LEGACY), ready -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("legacy does not start; see " + log);
    }

    private List<String> notes() throws Exception {
        return Files.readAllLines(directory.resolve("processes"));
    }

    private void start(ServiceSpec spec) {
        supervisor.start(
                spec, 0, List.of("sleep", "600"), Map.of(), directory.resolve(spec.name()));
    }
}
