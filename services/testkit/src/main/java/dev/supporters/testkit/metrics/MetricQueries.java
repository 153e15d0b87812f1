package dev.supporters.testkit.metrics;

import dev.supporters.testkit.SourceTree;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the alerts and dashboards of the chart ask Prometheus for: metrics, and the labels that they must have for it. */
public final class MetricQueries {

    private static final Pattern SELECTOR =
            Pattern.compile("([a-zA-Z_:][\\w:]*)\\{((?:[^{}\"]|\"[^\"]*\")*)}");

    private static final Pattern MATCHER =
            Pattern.compile("([a-zA-Z_]\\w*)(=~|!~|!=|=)\"([^\"]*)\"");

    private static final Pattern GROUPED = Pattern.compile("\\bby \\(([\\w, ]+)\\) \\(");

    /** Prometheus itself gives them to everything that it reads. */
    private static final Set<String> OF_PROMETHEUS =
            Set.of("namespace", "job", "pod", "service", "instance", "container", "endpoint");

    private static final String BOUND = "le";

    private MetricQueries() {}

    /**
     * A metric that is asked for.
     *
     * @param labels what it must have, beside what Prometheus gives it
     * @param bounds of its buckets, as they are written
     */
    public record MetricQuery(String metric, Set<String> labels, Set<String> bounds) {

        public MetricQuery {
            labels = Set.copyOf(labels);
            bounds = Set.copyOf(bounds);
        }
    }

    /** By all alerts and dashboards. */
    public static Collection<MetricQuery> ofTheChart() {
        Path chart = SourceTree.root().resolve("helm/supporters");
        StringBuilder all = new StringBuilder();
        Stream.concat(
                        SourceTree.files(chart.resolve("alerts"), ".yaml").stream(),
                        SourceTree.files(chart.resolve("dashboards"), ".json").stream())
                .forEach(file -> all.append(SourceTree.read(file)).append('\n'));
        return in(
                all.toString()
                        .replaceAll("\\$\\{\\w+}", "any")
                        // as it is written in JSON
                        .replace("\\\"", "\""));
    }

    /** By the queries in a text. */
    static Collection<MetricQuery> in(String text) {
        Map<String, Set<String>> labels = new TreeMap<>();
        Map<String, Set<String>> bounds = new TreeMap<>();
        Matcher selector = SELECTOR.matcher(text);
        while (selector.find()) {
            String metric = selector.group(1);
            labels.computeIfAbsent(metric, name -> new TreeSet<>());
            Matcher matcher = MATCHER.matcher(selector.group(2));
            while (matcher.find()) {
                labels.get(metric).add(matcher.group(1));
                if (matcher.group(1).equals(BOUND)) {
                    bounds.computeIfAbsent(metric, name -> new TreeSet<>()).add(matcher.group(3));
                }
            }
        }
        Matcher grouped = GROUPED.matcher(text);
        while (grouped.find()) {
            Set<String> by = Set.of(grouped.group(1).split(", *"));
            Matcher inside = SELECTOR.matcher(parenthesized(text, grouped.end()));
            while (inside.find()) {
                labels.get(inside.group(1)).addAll(by);
            }
        }
        labels.values().forEach(each -> each.removeAll(OF_PROMETHEUS));
        return labels.entrySet().stream()
                .map(each ->
                        new MetricQuery(
                                each.getKey(),
                                each.getValue(),
                                bounds.getOrDefault(each.getKey(), Set.of())))
                .toList();
    }

    /** From behind a parenthesis to the one that belongs to it. */
    private static String parenthesized(String text, int begin) {
        int open = 1;
        int end = begin;
        while (open > 0 && end < text.length()) {
            char next = text.charAt(end);
            open += next == '(' ? 1 : next == ')' ? -1 : 0;
            end++;
        }
        return text.substring(begin, end);
    }
}
