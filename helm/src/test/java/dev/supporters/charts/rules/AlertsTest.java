package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.charts.rendering.Chart;
import dev.supporters.charts.rendering.Example;
import dev.supporters.charts.rendering.Folders;
import dev.supporters.charts.rendering.Manifests;
import dev.supporters.charts.rendering.Yaml;
import dev.supporters.charts.source.Metrics;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

class AlertsTest {

    private static final Manifests PRODUCTION = Chart.render(Example.ALL.get(1));

    @Test
    void everyAlertHasARunbookThatIsThere() {
        List<String> sections =
                Folders.read(Folders.HELM.resolve("README.md"))
                        .lines()
                        .filter(line -> line.startsWith("### "))
                        .map(line -> line.substring(4).toLowerCase(Locale.ROOT))
                        .toList();

        assertThat(alerts())
                .hasSizeGreaterThan(10)
                .allSatisfy(alert -> {
                    String name = alert.path("alert").asText().toLowerCase(Locale.ROOT);
                    assertThat(sections).contains(name);
                    assertThat(alert.at("/annotations/runbook").asText())
                            .isEqualTo("helm/README.md#" + name);
                    assertThat(alert.at("/annotations/runbook_url").asText())
                            .isEqualTo("https://wiki.example.com/supporters#" + name);
                });
    }

    @Test
    void everyAlertSaysWhatIsAndHowBad() {
        assertThat(alerts())
                .allSatisfy(alert -> {
                    assertThat(alert.at("/annotations/summary").asText()).endsWith(".");
                    assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning");
                    assertThat(alert.path("expr").asText())
                            .containsPattern("namespace=(\"|~\"\\|)supporters\"")
                            .doesNotContain("${");
                });
    }

    @Test
    void alertsAndDashboardsAskOnlyForMetricsThatTheServicesHave() {
        String dashboards =
                PRODUCTION.get("ConfigMap", "supporters-dashboards").path("data").toString();
        String queries = dashboards + alerts().stream().map(JsonNode::toString).toList();

        // supporters_ in the dashboards' own queries only; ids and tags have hyphens
        assertThat(Metrics.in(queries)).isNotEmpty().isSubsetOf(Metrics.inCode());
    }

    @Test
    void everyMetricIsOnADashboardOrInAnAlert() {
        String dashboards =
                PRODUCTION.get("ConfigMap", "supporters-dashboards").path("data").toString();
        String queries = dashboards + alerts().stream().map(JsonNode::toString).toList();

        assertThat(Metrics.inCode())
                .filteredOn(name -> !ELSEWHERE.contains(name))
                .isSubsetOf(Metrics.in(queries));
    }

    /** Known, and shown by no panel: details to look up when one of the panels asks for them. */
    private static final List<String> ELSEWHERE =
            List.of(
                    "supporters_call_states_total",
                    "supporters_commander_assign_seconds",
                    "supporters_settlement_postings_total");

    @Test
    void dashboardsAreJsonWithPanelsThatAsk() {
        JsonNode data = PRODUCTION.get("ConfigMap", "supporters-dashboards").path("data");

        assertThat(Yaml.names(data))
                .containsExactlyInAnyOrder(
                        "supporters-calls.json",
                        "supporters-events.json",
                        "supporters-functions.json",
                        "supporters-models.json",
                        "supporters-night.json",
                        "supporters-slo.json",
                        "supporters-zones.json");
        assertThat(data.valueStream().map(text -> Yaml.tree(text.asText())))
                .allSatisfy(board -> {
                    assertThat(board.path("uid").asText()).startsWith("supporters-");
                    assertThat(board.path("panels"))
                            .isNotEmpty()
                            .allSatisfy(panel ->
                                    assertThat(panel.at("/targets/0/expr").asText()).isNotEmpty());
                });
    }

    /** An alert on a promise begins soon and ends soon: the same rate in a long window and in one of a twelfth of it. */
    @Test
    void promisesAreWatchedInALongWindowAndAShortOne() {
        assertThat(alerts())
                .filteredOn(
                        alert -> alert.path("alert").asText().startsWith("CallsMissTheirPromise"))
                .hasSize(2)
                .extracting(alert -> windows(alert.path("expr").asText()))
                .containsExactlyInAnyOrder(List.of("1h", "5m"), List.of("6h", "30m"));
    }

    private static List<String> windows(String expression) {
        return Pattern.compile("\\[(\\w+)]")
                .matcher(expression)
                .results()
                .map(window -> window.group(1))
                .distinct()
                .toList();
    }

    private static List<JsonNode> alerts() {
        return PRODUCTION.ofKind("PrometheusRule").stream()
                .flatMap(rule -> rule.at("/spec/groups").valueStream())
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }
}
