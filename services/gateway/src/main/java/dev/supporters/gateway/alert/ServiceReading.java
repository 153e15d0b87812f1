package dev.supporters.gateway.alert;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.metric.MetricSample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a service's metrics said at a moment.
 *
 * @param at by the product's clock, for people
 * @param elapsed real time since some moment, the same for all readings: what durations are measured by
 * @param samples empty if the service did not answer
 */
public record ServiceReading(
        String service, Instant at, Duration elapsed, Optional<List<MetricSample>> samples) {

    public ServiceReading {
        requireNonNull(samples);
    }

    /** The largest number of a metric. */
    Optional<Double> largest(String metric) {
        return samples.orElse(List.of()).stream()
                .filter(sample -> sample.name().equals(metric))
                .map(MetricSample::value)
                .max(Double::compare);
    }

    /** All numbers of a metric together. */
    double sum(String metric) {
        return samples.orElse(List.of()).stream()
                .filter(sample -> sample.name().equals(metric))
                .mapToDouble(MetricSample::value)
                .sum();
    }
}
