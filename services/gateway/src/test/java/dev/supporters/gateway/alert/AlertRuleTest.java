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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The gateway's alerts are those of the chart: the same condition, for the same time, as urgent, and in the runbook. */
class AlertRuleTest {

    private static final Pattern ALERT = Pattern.compile("(?m)^  - alert: (\\w+)\\n");
    private static final Pattern EXPRESSION = Pattern.compile("(?m)^    expr: (.+)$");
    private static final Pattern PENDING = Pattern.compile("(?m)^    for: (\\d+)m$");
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
                    "max by (%s) (%s) == 1".formatted(labels, series));
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
