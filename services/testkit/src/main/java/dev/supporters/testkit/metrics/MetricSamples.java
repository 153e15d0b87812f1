package dev.supporters.testkit.metrics;

import dev.supporters.platform.metric.MetricSample;
import dev.supporters.platform.metric.MetricText;
import dev.supporters.testkit.metrics.MetricQueries.MetricQuery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What services tell of themselves at {@code /q/metrics}: which metrics, with which labels. */
public final class MetricSamples {

    private final Map<String, Set<String>> labels = new TreeMap<>();
    private final Map<String, Set<String>> bounds = new TreeMap<>();

    /** More of them, in Prometheus' text form. */
    public void add(String exposition) {
        MetricText.read(exposition).forEach(this::add);
    }

    private void add(MetricSample sample) {
        labels.computeIfAbsent(sample.name(), name -> new TreeSet<>())
                .addAll(sample.labels().keySet());
        if (sample.labels().containsKey("le")) {
            bounds.computeIfAbsent(sample.name(), name -> new TreeSet<>()).add(sample.label("le"));
        }
    }

    /** The metrics that are there. */
    public Set<String> metrics() {
        return Set.copyOf(labels.keySet());
    }

    /** What is asked of metrics that are there, and that they do not have: a label, or a bucket. */
    public List<String> lacking(Collection<MetricQuery> asked) {
        List<String> lacking = new ArrayList<>();
        for (MetricQuery one : asked) {
            Set<String> known = labels.get(one.metric());
            if (known == null) {
                continue;
            }
            one.labels().stream()
                    .filter(label -> !known.contains(label))
                    .forEach(label -> lacking.add(one.metric() + " has no label " + label));
            one.bounds().stream()
                    .filter(bound -> !bounds.getOrDefault(one.metric(), Set.of()).contains(bound))
                    .forEach(bound -> lacking.add(one.metric() + " has no bucket " + bound));
        }
        return lacking;
    }
}
