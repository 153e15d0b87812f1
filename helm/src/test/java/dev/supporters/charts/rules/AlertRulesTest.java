package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.charts.rendering.Chart;
import dev.supporters.charts.rendering.Example;
import dev.supporters.charts.rendering.Folders;
import dev.supporters.charts.rendering.Yaml;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Each alert fires when it should, and keeps quiet when it should, by the series of {@code alerts.yaml}: with Prometheus' own evaluation,
 * where {@code promtool} is on the path. It is in Debian's package {@code prometheus}.
 */
class AlertRulesTest {

    private static final String PROMTOOL = "promtool";
    private static final String OURS = "namespace=\"supporters\"";
    private static final String ANOTHER = "namespace=\"another\"";
    private static final Pattern LABEL = Pattern.compile("\\{\\{ \\$labels\\.(\\w+) }}");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode CASES =
            Yaml.tree(Folders.read(Folders.HELM.resolve("src/test/resources/alerts.yaml")));
    private static final JsonNode GROUPS =
            Chart.render(Example.ALL.get(1)).get("PrometheusRule", "supporters").at("/spec/groups");
    private static final Map<String, JsonNode> ALERTS =
            GROUPS.valueStream()
                    .flatMap(group -> group.path("rules").valueStream())
                    .collect(Collectors.toMap(rule -> rule.path("alert").asText(), rule -> rule));

    @Test
    void everyAlertHasSeriesByWhichItFiresAndSomeByWhichItKeepsQuiet() {
        assertThat(Yaml.names(CASES)).containsExactlyInAnyOrderElementsOf(ALERTS.keySet());
        assertThat(CASES)
                .allSatisfy(alert -> {
                    assertThat(alert.path("fires")).isNotEmpty();
                    assertThat(alert.path("quiet")).isNotEmpty();
                });
    }

    @Test
    void everyAlertFiresWhenItShouldAndNeverForAnotherNamespace(@TempDir Path folder)
            throws IOException, InterruptedException {
        Optional<Path> promtool = promtool();
        assumeThat(promtool).as("promtool is on the path").isPresent();
        ObjectNode rules = JSON.createObjectNode();
        rules.set("groups", GROUPS);
        Files.writeString(folder.resolve("rules.yaml"), rules.toString());
        ObjectNode tests = JSON.createObjectNode();
        tests.putArray("rule_files").add("rules.yaml");
        tests.put("evaluation_interval", "1m");
        ArrayNode all = tests.putArray("tests");
        CASES.properties().forEach(alert -> add(all, alert.getKey(), alert.getValue()));
        Files.writeString(folder.resolve("tests.yaml"), tests.toString());

        Process process =
                new ProcessBuilder(promtool.orElseThrow().toString(), "test", "rules", "tests.yaml")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
    }

    private static void add(ArrayNode tests, String name, JsonNode alert) {
        for (JsonNode series : alert.path("fires")) {
            tests.add(test(name, alert, series, OURS, true));
            tests.add(test(name, alert, series, ANOTHER, false));
        }
        for (JsonNode series : alert.path("quiet")) {
            tests.add(test(name, alert, series, OURS, false));
        }
    }

    private static ObjectNode test(
            String name, JsonNode alert, JsonNode series, String namespace, boolean fires) {
        ObjectNode test = JSON.createObjectNode();
        test.put("name", name + " " + namespace + " " + series);
        test.put("interval", alert.path("interval").asText("15s"));
        ArrayNode input = test.putArray("input_series");
        series.properties()
                .forEach(one ->
                        input.addObject()
                                .put("series", in(namespace, one.getKey()))
                                .put("values", one.getValue().asText()));
        ObjectNode rule = test.putArray("alert_rule_test").addObject();
        rule.put("eval_time", alert.path("at").asText());
        rule.put("alertname", name);
        ArrayNode expected = rule.putArray("exp_alerts");
        if (fires) {
            JsonNode declared = ALERTS.get(name);
            ObjectNode labels = declared.path("labels").deepCopy();
            alert.path("labels")
                    .properties()
                    .forEach(one -> labels.set(one.getKey(), one.getValue()));
            ObjectNode shown = expected.addObject();
            shown.set("exp_labels", labels);
            shown.set("exp_annotations", annotations(declared.path("annotations"), labels));
        }
        return test;
    }

    /** A series of a namespace; one that names its own is the same with that name instead of ours. */
    private static String in(String namespace, String series) {
        if (series.contains("namespace=")) {
            return series.replace(OURS, namespace);
        }
        return series.contains("{")
                ? series.replaceFirst("\\{", "{" + namespace + ",")
                : series + "{" + namespace + "}";
    }

    private static ObjectNode annotations(JsonNode declared, ObjectNode labels) {
        ObjectNode shown = JSON.createObjectNode();
        declared.properties()
                .forEach(one ->
                        shown.put(
                                one.getKey(),
                                LABEL.matcher(one.getValue().asText())
                                        .replaceAll(
                                                found -> labels.path(found.group(1)).asText())));
        return shown;
    }

    private static Optional<Path> promtool() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, PROMTOOL))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
