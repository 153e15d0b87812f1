package dev.supporters.gateway.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.metric.MetricSample;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

class OwnMetricsProviderTest {

    @Test
    void metersHaveTheNamesThatPrometheusGivesThem() {
        // Given
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Gauge.builder("process.start.time", () -> 1_764_400_000)
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("kafka.consumer.fetch.manager.records.lag", () -> 3)
                .tag("topic", "supporters.work.v1")
                .tag("client-id", "c")
                .register(meters);
        meters.counter("supporters_events_total", "result", "dead").increment(2);
        meters.timer("supporters_remote_seconds", "remote", "call").record(Duration.ofMillis(500));
        meters.counter("supporters_other_total").increment();

        // When
        var samples =
                new OwnMetricsProvider(meters)
                        .read(
                                Set.of(
                                        "process_start_time_seconds",
                                        "kafka_consumer_fetch_manager_records_lag",
                                        "supporters_events_total",
                                        "supporters_remote_seconds_count",
                                        "supporters_remote_seconds_sum"));

        // Then
        assertThat(samples)
                .containsExactlyInAnyOrder(
                        new MetricSample("process_start_time_seconds", Map.of(), 1_764_400_000),
                        new MetricSample(
                                "kafka_consumer_fetch_manager_records_lag",
                                Map.of("topic", "supporters.work.v1", "client_id", "c"),
                                3),
                        new MetricSample("supporters_events_total", Map.of("result", "dead"), 2),
                        new MetricSample(
                                "supporters_remote_seconds_count", Map.of("remote", "call"), 1),
                        new MetricSample(
                                "supporters_remote_seconds_sum", Map.of("remote", "call"), .5));
    }
}
