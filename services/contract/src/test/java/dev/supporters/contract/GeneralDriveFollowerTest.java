package dev.supporters.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.embedded.EmbeddedBroker;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.Topics;
import dev.supporters.testkit.RecordingSender;
import dev.supporters.testkit.TestClock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;

import org.awaitility.Awaitility;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class GeneralDriveFollowerTest {

    private final TestClock clock = new TestClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void whoDecidesByItIsReadyWhenItIsRead(@TempDir Path directory) {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            // Given
            broker.createTopics(List.of(Topics.CALLS), 2, List.of());
            GeneralDriveFollower follower = follower(true);
            assertThat(follower.health().getStatus()).isEqualTo(Status.DOWN);

            // When
            follower.start(events(broker.bootstrapServers()), Topics.CALLS);

            // Then
            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(follower.health().getStatus()).isEqualTo(Status.UP));
            assertThat(followed()).isTrue();
        }
    }

    @Test
    void whoDoesNotNeedItFollowsNothingAndIsReady() {
        GeneralDriveFollower follower = follower(false);

        follower.start(events("127.0.0.1:1"), Topics.CALLS);

        assertThat(followed()).isFalse();
        assertThat(follower.health().getStatus()).isEqualTo(Status.UP);
    }

    private GeneralDriveFollower follower(boolean needed) {
        return new GeneralDriveFollower(new GeneralDrives(clock), needed);
    }

    private Events events(String servers) {
        return new Events(
                new RecordingSender(),
                (channel, record, why) -> {},
                OpenTelemetry.noop().getTracer("test"),
                meters,
                clock,
                Map.of("bootstrap.servers", servers),
                Duration.ofHours(1));
    }

    private boolean followed() {
        return meters.find("supporters_topic_reader_age_seconds").gauge() != null;
    }
}
