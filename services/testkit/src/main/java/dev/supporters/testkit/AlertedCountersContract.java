package dev.supporters.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.testkit.metrics.MetricQueries;
import dev.supporters.testkit.metrics.MetricSamples;

import io.restassured.RestAssured;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A counter that begins with 1 has no increase that an alert could see. So each counter that an alert of the chart watches is there from
 * the start, with each value of a label that the alert names. A service's component test extends this.
 */
public abstract class AlertedCountersContract {

    /** A counter, its ending, and what the alert says of labels besides the namespace. */
    private static final Pattern WATCHED =
            Pattern.compile(
                    "(supporters_[a-z_]+?)(_total|_count)\\{namespace=\"\\$\\{namespace}\"((?:,[a-z]+=~?\"[^\"]*\")*)}");

    private static final Pattern LABEL = Pattern.compile(",([a-z]+)=~?\"([^\"]*)\"");

    private static final String STORE = "quarkus.mongodb.database";

    /** Counters of `platform`: a service has them if its application.properties contain this. */
    private static final Map<String, String> SHARED =
            Map.of(
                    "supporters_events_total",
                    "mp.messaging.incoming.",
                    "supporters_remote_seconds",
                    "supporters.remote.",
                    "supporters_outbox_failures_total",
                    STORE,
                    "supporters_store_sweep_failures_total",
                    STORE);

    /** Losses are counted with 0 from a topic's first record on. */
    private static final List<String> LATER = List.of("result=\"lost\"", "result=\"dropped\"");

    /** The service's name, as that of its folder. */
    protected abstract String service();

    /** Whether it has a store from the start; one that opens it later counts what its store does from then on. */
    protected boolean opensItsStore() {
        return true;
    }

    @Test
    void everyCounterThatAnAlertWatchesIsThereFromTheStart() {
        List<String> samples = metrics().lines().toList();

        assertThat(watched())
                .as(
                        "alerts watch counters of each service: of its store, its events, or the parts that it asks")
                .isNotEmpty()
                .allSatisfy((name, labels) ->
                        assertThat(labels)
                                .allSatisfy(label ->
                                        assertThat(samples)
                                                .as("%s %s", name, label)
                                                .anyMatch(sample ->
                                                        sample.startsWith(name)
                                                                && sample.contains(label))));
    }

    /** What happens seldom tells its labels only then; of what is there from the start they are known here. */
    @Test
    void alertsAndDashboardsAskForLabelsThatTheMetricsHave() {
        MetricSamples samples = new MetricSamples();
        samples.add(metrics());

        assertThat(samples.metrics())
                .contains("jvm_memory_used_bytes", "process_cpu_usage", "system_cpu_count");
        assertThat(samples.lacking(MetricQueries.ofTheChart())).isEmpty();
    }

    private static String metrics() {
        return RestAssured.given()
                .accept("text/plain")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** Labels by counter; one that no label is asked for has an empty one. */
    private Map<String, List<String>> watched() {
        Path module = SourceTree.root().resolve("services").resolve(service());
        String settings =
                SourceTree.read(module.resolve("src/main/resources/application.properties"));
        List<String> sources =
                SourceTree.files(module.resolve("src/main/java"), ".java").stream()
                        .map(SourceTree::read)
                        .toList();
        Map<String, List<String>> watched = new TreeMap<>();
        for (Path file :
                SourceTree.files(SourceTree.root().resolve("helm/supporters/alerts"), ".yaml")) {
            Matcher metric = WATCHED.matcher(SourceTree.read(file));
            while (metric.find()) {
                String name = metric.group(1) + metric.group(2);
                boolean own =
                        Optional.ofNullable(SHARED.get(inCode(metric)))
                                .map(marker ->
                                        settings.contains(marker)
                                                && (opensItsStore() || !marker.equals(STORE)))
                                .orElseGet(() -> declared(metric, sources));
                if (own) {
                    watched.computeIfAbsent(name, _ -> new ArrayList<>())
                            .addAll(labels(metric.group(3)));
                }
            }
        }
        return watched;
    }

    private static boolean declared(Matcher metric, List<String> sources) {
        String quoted = "\"" + inCode(metric) + "\"";
        return sources.stream().anyMatch(source -> source.contains(quoted));
    }

    /** A timer's name has no ending there. */
    private static String inCode(Matcher metric) {
        return metric.group(2).equals("_count") ? metric.group(1) : metric.group(1) + "_total";
    }

    private static List<String> labels(String selector) {
        List<String> labels = new ArrayList<>();
        LABEL.matcher(selector)
                .results()
                .forEach(label ->
                        Arrays.stream(label.group(2).split("\\|", -1))
                                .map(value -> label.group(1) + "=\"" + value + "\"")
                                .filter(each -> !LATER.contains(each))
                                .forEach(labels::add));
        return labels.isEmpty() ? List.of("") : labels;
    }
}
