package dev.supporters.gateway.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.gateway.alert.AlertRule.Kind;
import dev.supporters.testkit.SourceTree;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The gateway's alerts are those of the chart: the same condition, for the same time, as urgent, and in the runbook. */
class AlertRuleTest {

    private static final Pattern ALERT = Pattern.compile("(?m)^  - alert: (\\w+)\\n");
    private static final Pattern EXPRESSION = Pattern.compile("(?m)^    expr: (.+)$");
    private static final Pattern PENDING = Pattern.compile("(?m)^    for: (\\d+)m$");
    private static final String RATES = "compares rates of two metrics over minutes or hours";
    private static final String CLUSTER = "is told by the cluster, not by a service";

    /** The alerts of the chart that Prometheus alone can decide, and why. */
    private static final Map<String, String> OF_PROMETHEUS =
            Map.ofEntries(
                    Map.entry("CallsGoAroundUs", RATES),
                    Map.entry("SupportersPathFails", RATES),
                    Map.entry("RouteIsSlow", "is a percentile of what happened within minutes"),
                    Map.entry("NoMovesArePlanned", "needs two metrics of one service"),
                    Map.entry("CallsMissTheirPromiseFast", RATES),
                    Map.entry("CallsMissTheirPromiseSlowly", RATES),
                    Map.entry("DecisionsAreSlowerThanPromised", RATES),
                    Map.entry("ModelsFallBack", RATES),
                    Map.entry("GatewayFails", RATES),
                    Map.entry("PodsRestart", CLUSTER),
                    Map.entry("PodsLackMemory", CLUSTER),
                    Map.entry("ScalerIsNotReady", CLUSTER),
                    Map.entry("ScalerFails", CLUSTER),
                    Map.entry("FunctionIsNotWoken", CLUSTER),
                    Map.entry("FunctionIsAtItsMost", CLUSTER));

    private static final Pattern SEVERITY = Pattern.compile("severity: (\\w+)");

    @Test
    void eachIsAsTheChartHasIt() {
        Map<String, String> chart = chart();

        assertThat(AlertRule.OF_METRICS)
                .allSatisfy(rule -> {
                    String alert = chart.get(rule.name());
                    assertThat(alert).as(rule.name()).isNotNull();
                    assertThat(found(EXPRESSION, alert)).as(rule.name()).isIn(expressions(rule));
                    assertSameUrgency(rule, alert);
                });
        assertSameUrgency(AlertRule.AWAY, chart.get(AlertRule.AWAY.name()));
    }

    /** Who looks at the console must not be told that nothing is wrong while an alert fires that the gateway could have decided. */
    @Test
    void eachOfTheChartIsDecidedHereUnlessItCannotBe() {
        Set<String> decided =
                Stream.concat(Stream.of(AlertRule.AWAY), AlertRule.OF_METRICS.stream())
                        .map(AlertRule::name)
                        .collect(Collectors.toSet());

        assertThat(decided).doesNotContainAnyElementsOf(OF_PROMETHEUS.keySet());
        assertThat(Stream.concat(decided.stream(), OF_PROMETHEUS.keySet().stream()))
                .containsExactlyInAnyOrderElementsOf(chart().keySet());
    }

    @Test
    void eachHasItsSectionInTheRunbook() {
        List<String> headings =
                SourceTree.read(SourceTree.root().resolve("helm/README.md"))
                        .lines()
                        .filter(line -> line.startsWith("#"))
                        .map(line -> line.replaceAll("^#+ ", ""))
                        .toList();

        assertThat(headings).contains(AlertRule.AWAY.name());
        assertThat(headings)
                .containsAll(AlertRule.OF_METRICS.stream().map(AlertRule::name).toList());
    }

    private static void assertSameUrgency(AlertRule rule, String alert) {
        Matcher pending = PENDING.matcher(alert);
        assertThat(rule.pending())
                .as(rule.name())
                .isEqualTo(
                        pending.find()
                                ? Duration.ofMinutes(Long.parseLong(pending.group(1)))
                                : Duration.ZERO);
        assertThat(found(SEVERITY, alert))
                .as(rule.name())
                .isEqualTo(rule.severity().name().toLowerCase(Locale.ROOT));
    }

    /** As PromQL says the same: by service or of the one service that has the metric; a counter's rate is above 0 if its increase is. */
    private static List<String> expressions(AlertRule rule) {
        String selector = rule.selector().isEmpty() ? "" : "," + rule.selector();
        String series = "%s{namespace=\"${namespace}\"%s}".formatted(rule.metric(), selector);
        String labels = rule.by().map(by -> "job, " + by).orElse("job");
        if (rule.kind() == Kind.GAUGE) {
            String limit = rule.above() == 0 ? "" : String.valueOf(Math.round(rule.above()));
            return List.of(
                    "max(%s) > %s".formatted(series, limit.isEmpty() ? "0" : limit),
                    "max by (%s) (%s) > %s"
                            .formatted(labels, series, limit.isEmpty() ? "0" : limit),
                    "max by (%s) (%s) == 1".formatted(labels, series),
                    "max by (%s) (%s) > %s"
                            .formatted(
                                    rule.by().orElse("job"),
                                    series,
                                    limit.isEmpty() ? "0" : limit));
        }
        long window = rule.window().toMinutes();
        return List.of(
                "sum(increase(%s[%dm])) > 0".formatted(series, window),
                "sum by (%s) (increase(%s[%dm])) > 0".formatted(labels, series, window),
                "sum by (%s) (rate(%s[%dm])) > 0".formatted(labels, series, window));
    }

    /** The text of each alert, by its name. */
    private static Map<String, String> chart() {
        Map<String, String> alerts = new HashMap<>();
        SourceTree.files(SourceTree.root().resolve("helm/supporters/alerts"), ".yaml")
                .forEach(file -> {
                    String text = SourceTree.read(file);
                    Matcher alert = ALERT.matcher(text);
                    while (alert.find()) {
                        int end = text.indexOf("  - alert: ", alert.end());
                        alerts.put(
                                alert.group(1),
                                text.substring(alert.end(), end < 0 ? text.length() : end));
                    }
                });
        return alerts;
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }
}
