package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.charts.rendering.Chart;
import dev.supporters.charts.rendering.Folders;
import dev.supporters.charts.rendering.Manifests;
import dev.supporters.charts.source.Functions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What `-Dkubernetes` has made of services, beside what the chart says of them: the two must not differ. */
class DeveloperManifestTest {

    private static final Manifests DEMO = Chart.demo(Map.of());

    private final Map<String, Manifests> made = new TreeMap<>();

    @BeforeEach
    void manifestsOfSomeServicesHaveBeenMade() {
        for (String service : Functions.services()) {
            Path file = Folders.SERVICES.resolve(service + "/target/kubernetes/kubernetes.yml");
            if (Files.exists(file)) {
                made.put(service, Manifests.of(Folders.read(file)));
            }
        }
        assumeThat(made).as("manifests made by -Dkubernetes").isNotEmpty();
    }

    @Test
    void namesAndImagesAreThoseOfTheChart() {
        made.forEach((service, manifests) ->
                // the registry of an image that names none
                assertThat(
                                container(manifests, service)
                                        .path("image")
                                        .asText()
                                        .replaceFirst("^docker\\.io/", ""))
                        .isEqualTo(container(DEMO, service).path("image").asText()));
    }

    @Test
    void portsAreThoseOfTheChart() {
        made.forEach((service, manifests) -> {
            assertThat(
                            container(manifests, service)
                                    .path("ports")
                                    .findValuesAsText("containerPort"))
                    .as(service)
                    .isEqualTo(
                            container(DEMO, service)
                                    .path("ports")
                                    .findValuesAsText("containerPort"));
            assertThat(port(manifests, service)).as(service).isEqualTo(port(DEMO, service));
        });
    }

    @Test
    void probesAskThePathsThatTheChartsAsk() {
        made.forEach((service, manifests) -> {
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                String path = "/" + probe + "/httpGet/path";
                assertThat(container(manifests, service).at(path).asText())
                        .as("%s of %s", probe, service)
                        .startsWith("/q/health/")
                        .isEqualTo(container(DEMO, service).at(path).asText());
            }
        });
    }

    @Test
    void whatBothTellAServiceIsTheSame() {
        made.forEach((service, manifests) -> {
            Map<String, String> ours = variables(container(DEMO, service));
            Map<String, String> theirs = variables(container(manifests, service));
            theirs.keySet().retainAll(ours.keySet());

            assertThat(theirs)
                    .as(service)
                    .containsKeys("KAFKA_BOOTSTRAP_SERVERS", "SUPPORTERS_SERVICE_TOKEN");
            theirs.forEach((name, value) ->
                    assertThat(value).as("%s of %s", name, service).isEqualTo(ours.get(name)));
        });
    }

    @Test
    void whoIsCalledIsFound() {
        made.forEach((service, manifests) -> {
            Map<String, String> variables = variables(container(manifests, service));
            for (String callee : Functions.calls(service)) {
                assertThat(variables.get("SUPPORTERS_" + callee.toUpperCase(Locale.ROOT) + "_HOST"))
                        .as("%s to %s", service, callee)
                        .isEqualTo("supporters-" + callee);
            }
        });
    }

    private static JsonNode container(Manifests manifests, String service) {
        return manifests
                .get("Deployment", "supporters-" + service)
                .at("/spec/template/spec/containers/0");
    }

    private static String port(Manifests manifests, String service) {
        return manifests.get("Service", "supporters-" + service).at("/spec/ports/0/port").asText();
    }

    private static Map<String, String> variables(JsonNode container) {
        Map<String, String> variables = new TreeMap<>();
        for (JsonNode variable : container.path("env")) {
            JsonNode secret = variable.at("/valueFrom/secretKeyRef");
            variables.put(
                    variable.path("name").asText(),
                    secret.isObject()
                            ? secret.path("name").asText() + "/" + secret.path("key").asText()
                            : variable.path("value").asText());
        }
        return variables;
    }
}
