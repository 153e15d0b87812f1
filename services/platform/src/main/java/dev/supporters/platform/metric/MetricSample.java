package dev.supporters.platform.metric;

import java.util.Map;

/** One number of a service's metrics. */
public record MetricSample(String name, Map<String, String> labels, double value) {

    public MetricSample {
        labels = Map.copyOf(labels);
    }

    /** Empty for a label that it does not have, as Prometheus takes it. */
    public String label(String key) {
        return labels.getOrDefault(key, "");
    }
}
