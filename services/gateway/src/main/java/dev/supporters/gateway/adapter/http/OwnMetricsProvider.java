package dev.supporters.gateway.adapter.http;

import dev.supporters.platform.metric.MetricSample;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The gateway's own metrics, under the names that Prometheus gives them. */
@ApplicationScoped
class OwnMetricsProvider {

    private static final String SECONDS = "seconds";

    private final MeterRegistry meters;

    OwnMetricsProvider(MeterRegistry meters) {
        this.meters = meters;
    }

    List<MetricSample> read(Set<String> metrics) {
        List<MetricSample> samples = new ArrayList<>();
        for (Meter meter : meters.getMeters()) {
            for (Measurement measurement : meter.measure()) {
                name(meter.getId(), measurement)
                        .filter(metrics::contains)
                        .ifPresent(name ->
                                samples.add(
                                        new MetricSample(
                                                name,
                                                labels(meter.getId()),
                                                measurement.getValue())));
            }
        }
        return samples;
    }

    /** Empty for what Prometheus shows in another way, such as the longest of late. */
    private static Optional<String> name(Meter.Id id, Measurement measurement) {
        String name = underscores(id.getName());
        boolean timer = id.getType() == Meter.Type.TIMER;
        return switch (measurement.getStatistic()) {
            case VALUE -> Optional.of(with(name, id.getBaseUnit()));
            case COUNT -> Optional.of(timer ? with(name, SECONDS) + "_count" : with(name, "total"));
            case TOTAL_TIME -> Optional.of(with(name, SECONDS) + "_sum");
            case TOTAL, MAX, UNKNOWN, ACTIVE_TASKS, DURATION -> Optional.empty();
        };
    }

    private static String with(String name, String ending) {
        return ending == null || name.endsWith("_" + ending) ? name : name + "_" + ending;
    }

    private static Map<String, String> labels(Meter.Id id) {
        return id.getTags().stream()
                .collect(
                        Collectors.toMap(
                                tag -> underscores(tag.getKey()), Tag::getValue, (one, _) -> one));
    }

    private static String underscores(String name) {
        return name.replaceAll("[.-]", "_").toLowerCase(Locale.ROOT);
    }
}
