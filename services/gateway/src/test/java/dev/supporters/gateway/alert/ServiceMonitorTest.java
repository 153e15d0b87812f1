package dev.supporters.gateway.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.gateway.alert.ServiceStatus.EventBacklog;
import dev.supporters.gateway.alert.ServiceStatus.TopicStatus;
import dev.supporters.platform.metric.MetricSample;
import dev.supporters.platform.metric.MetricText;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One look at all services for all who ask. */
class ServiceMonitorTest {

    private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");

    private final Map<String, String> texts = new HashMap<>();
    private final TestClock clock = new TestClock(BEGIN);
    private long nanos;
    private int asked;
    private final ServiceMonitor monitor =
            new ServiceMonitor(new FakeMetricsSource(), Runnable::run, clock, () -> nanos);

    @Test
    void knowsNothingBeforeItHasLooked() {
        assertThat(monitor.newest()).isEmpty();
    }

    @Test
    void tellsVersionsAndHowFarServicesAreBehind() {
        // Given
        texts.put(
                "call",
                """
                supporters_version{version="1.2.3"} 1.0
                process_start_time_seconds 1.7644E9
                kafka_consumer_fetch_manager_records_lag{partition="0",topic="supporters.work.v1"} 4.0
                kafka_consumer_fetch_manager_records_lag{partition="1",topic="supporters.work.v1"} 3.0
                kafka_consumer_fetch_manager_records_lag{partition="0",topic="supporters_work_v1"} 4.0
                kafka_consumer_fetch_manager_records_lag{partition="2",topic="supporters.work.v1"} NaN
                supporters_topic_reader_age_seconds{topic="supporters.policies.v1"} 9.5
                supporters_remote_breaker_open{remote="routing"} 1.0
                supporters_remote_breaker_open{remote="commander"} 0.0
                """);

        // When
        monitor.look();

        // Then
        assertThat(status("call"))
                .satisfies(call -> {
                    assertThat(call.answers()).isTrue();
                    assertThat(call.since()).isEqualTo(BEGIN);
                    assertThat(call.version()).contains("1.2.3");
                    assertThat(call.started()).contains(Instant.ofEpochSecond(1_764_400_000));
                    assertThat(call.openBreakers()).containsExactly("routing");
                    assertThat(call.topics())
                            .containsExactly(
                                    new TopicStatus(
                                            "supporters.policies.v1",
                                            Optional.empty(),
                                            Optional.of(Duration.ofMillis(9_500))),
                                    new TopicStatus(
                                            "supporters.work.v1",
                                            Optional.of(7L),
                                            Optional.empty()));
                    assertThat(call.requestsPerSecond()).isEmpty();
                });
    }

    @Test
    void tellsWhatWaitsOfEventsAndWhatWasGivenUp() {
        // Given
        texts.put(
                "call",
                """
                supporters_outbox_waiting{collection="calls"} 7.0
                supporters_outbox_waiting{collection="follow_ups"} 2.0
                supporters_outbox_oldest_seconds{collection="calls"} 61.5
                supporters_outbox_oldest_seconds{collection="follow_ups"} 3.0
                supporters_events_total{result="dead",topic="supporters.work.v1"} 1.0
                supporters_events_total{result="dead",topic="supporters.zones.v1"} 2.0
                supporters_events_total{result="handled",topic="supporters.work.v1"} 400.0
                """);
        texts.put(
                "work",
                """
                supporters_outbox_waiting{collection="works"} NaN
                supporters_outbox_oldest_seconds{collection="works"} NaN
                """);

        // When
        monitor.look();

        // Then
        assertThat(status("call").events())
                .isEqualTo(
                        new EventBacklog(
                                Optional.of(9L),
                                Optional.of(Duration.ofMillis(61_500)),
                                Optional.of(3L)));
        assertThat(status("work").events()).isEqualTo(EventBacklog.UNKNOWN);
    }

    @Test
    void tellsHowManyRequestsAServiceAnsweredSinceTheLookBefore() {
        // Given
        texts.put("call", requests(100, 2));
        monitor.look();
        passes(Duration.ofSeconds(10));

        // When
        texts.put("call", requests(150, 2.5));
        monitor.look();

        // Then
        assertThat(status("call").requestsPerSecond().orElseThrow()).isCloseTo(5, within(.001));
        assertThat(status("call").meanMilliseconds().orElseThrow()).isCloseTo(10, within(.001));
    }

    @Test
    void aProcessThatBeganAnewIsNotComparedWithTheOneBefore() {
        // Given
        texts.put("call", requests(100, 2));
        monitor.look();
        passes(Duration.ofSeconds(10));

        // When
        texts.put("call", requests(7, .1).replace("1.7644E9", "1.7645E9"));
        monitor.look();

        // Then
        assertThat(status("call").requestsPerSecond()).isEmpty();
        assertThat(status("call").meanMilliseconds()).isEmpty();
    }

    @Test
    void aServiceThatDoesNotAnswerIsAwaySinceThenWithTheVersionItHad() {
        // Given
        texts.put("call", "supporters_version{version=\"1.2.3\"} 1.0\n");
        monitor.look();
        passes(Duration.ofSeconds(15));
        texts.remove("call");
        monitor.look();
        passes(Duration.ofMinutes(2));

        // When
        monitor.look();

        // Then
        assertThat(status("call"))
                .satisfies(call -> {
                    assertThat(call.answers()).isFalse();
                    assertThat(call.since()).isEqualTo(BEGIN.plusSeconds(15));
                    assertThat(call.version()).contains("1.2.3");
                    assertThat(call.started()).isEmpty();
                });
        assertThat(monitor.newest().orElseThrow().alerts())
                .filteredOn(alert -> alert.service().equals("call"))
                .extracting(FiringAlert::rule)
                .containsExactly(AlertRule.AWAY);
    }

    @Test
    void asksEachServiceOnceForAllWhoLook() {
        // When
        monitor.look();
        monitor.newest();
        monitor.newest();

        // Then
        assertThat(asked).isEqualTo(2);
    }

    private ServiceStatus status(String service) {
        return monitor.newest().orElseThrow().services().stream()
                .filter(status -> status.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private void passes(Duration time) {
        clock.advance(time);
        nanos += time.toNanos();
    }

    private static String requests(int count, double seconds) {
        return """
        process_start_time_seconds 1.7644E9
        grpc_server_processing_duration_seconds_count{method="Get"} %d.0
        grpc_server_processing_duration_seconds_sum{method="Get"} %s
        """
                .formatted(count, seconds);
    }

    private final class FakeMetricsSource implements MetricsSource {

        @Override
        public List<String> services() {
            return List.of("call", "work");
        }

        @Override
        public Optional<List<MetricSample>> read(String service, Set<String> metrics) {
            asked++;
            return Optional.ofNullable(texts.get(service))
                    .map(text -> MetricText.read(text, metrics));
        }
    }
}
