package dev.supporters.testkit.metrics;

import dev.supporters.testkit.metrics.MetricQueries.Asked;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What services tell of themselves at {@code /q/metrics}: which metrics, with which labels. */
public final class MetricSamples {

    private static final Pattern SAMPLE =
            Pattern.compile("^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+.*$");

    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_]\\w*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Map<String, Set<String>> labels = new TreeMap<>();
    private final Map<String, Set<String>> bounds = new TreeMap<>();

    /** More of them, in Prometheus' text form. */
    public void add(String exposition) {
        exposition
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(SAMPLE::matcher)
                .filter(Matcher::matches)
                .forEach(sample -> add(sample.group(1), sample.group(2)));
    }

    private void add(String metric, String written) {
        Set<String> known = labels.computeIfAbsent(metric, name -> new TreeSet<>());
        if (written == null) {
            return;
        }
        Matcher label = LABEL.matcher(written);
        while (label.find()) {
            known.add(label.group(1));
            if (label.group(1).equals("le")) {
                bounds.computeIfAbsent(metric, name -> new TreeSet<>()).add(label.group(2));
            }
        }
    }

    /** The metrics that are there. */
    public Set<String> metrics() {
        return Set.copyOf(labels.keySet());
    }

    /** What is asked of metrics that are there, and that they do not have: a label, or a bucket. */
    public List<String> lacking(Collection<Asked> asked) {
        List<String> lacking = new ArrayList<>();
        for (Asked one : asked) {
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
