package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.charts.rendering.Chart;
import dev.supporters.charts.rendering.FakeCluster;
import dev.supporters.charts.rendering.Manifests;
import dev.supporters.charts.rendering.StrictModels;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an operator adds to pods and to the release. */
class ExtensionsTest {

    private static final String SECRET = "functions.call.extraEnv[0].valueFrom.secretKeyRef.";

    @Test
    void aFunctionGetsVariablesFromSecrets() {
        JsonNode container =
                pod(
                                Map.of(
                                        "functions.call.extraEnv[0].name",
                                        "OTEL_HEADERS",
                                        SECRET + "name",
                                        "collector",
                                        SECRET + "key",
                                        "headers",
                                        "functions.call.envFrom[0].secretRef.name",
                                        "proxy"),
                                "call")
                        .at("/containers/0");

        assertThat(variable(container, "OTEL_HEADERS").at("/valueFrom/secretKeyRef/name").asText())
                .isEqualTo("collector");
        assertThat(container.at("/envFrom/0/secretRef/name").asText()).isEqualTo("proxy");
    }

    @Test
    void aVariableThatIsGivenTakesThePlaceOfTheChartsAndStandsOnce() {
        JsonNode container =
                pod(
                                Map.of(
                                        "functions.call.extraEnv[0].name",
                                        "QUARKUS_MONGODB_CONNECTION_STRING",
                                        SECRET + "name",
                                        "vault",
                                        SECRET + "key",
                                        "store",
                                        "functions.call.extraEnv[1].name",
                                        "SUPPORTERS_LEGACY_URL",
                                        "functions.call.extraEnv[1].value",
                                        "http://wheel"),
                                "call")
                        .at("/containers/0");

        assertThat(container.path("env").valueStream().map(one -> one.path("name").asText()))
                .doesNotHaveDuplicates();
        assertThat(
                        variable(container, "QUARKUS_MONGODB_CONNECTION_STRING")
                                .at("/valueFrom/secretKeyRef/name")
                                .asText())
                .isEqualTo("vault");
        assertThat(variable(container, "SUPPORTERS_LEGACY_URL").path("value").asText())
                .isEqualTo("http://wheel");
    }

    @Test
    void podsFollowASecretThatWasAddedToo() {
        try (FakeCluster cluster = new FakeCluster()) {
            cluster.put(
                    "supporters-tokens", Map.of("service-token", "ours", "legacy-token", "theirs"));
            Map<String, Object> values =
                    Map.of(
                            "demo.enabled",
                            true,
                            "functions.call.extraEnv[0].name",
                            "OTEL_HEADERS",
                            SECRET + "name",
                            "collector",
                            SECRET + "key",
                            "headers");
            cluster.put("collector", Map.of("headers", "old"));
            String before = checksum(Chart.installed(cluster, values));

            cluster.put("collector", Map.of("headers", "new"));

            assertThat(checksum(Chart.installed(cluster, values))).isNotEqualTo(before);
        }
    }

    @Test
    void podsGetVolumesContainersAndAServiceAccount() throws Exception {
        Manifests manifests =
                Chart.demo(
                        Map.of(
                                "functions.call.extraVolumes[0].name", "authority",
                                "functions.call.extraVolumes[0].configMap.name", "company-ca",
                                "functions.call.extraVolumeMounts[0].name", "authority",
                                "functions.call.extraVolumeMounts[0].mountPath", "/authority",
                                "functions.call.initContainers[0].name", "waits",
                                "functions.call.initContainers[0].image", "waits:1",
                                "functions.call.sidecars[0].name", "proxy",
                                "functions.call.sidecars[0].image", "proxy:1",
                                "functions.call.serviceAccountName", "night"));
        JsonNode deployment = manifests.get("Deployment", "supporters-call");
        JsonNode pod = deployment.at("/spec/template/spec");

        assertThat(StrictModels.read(deployment)).isNotNull();
        assertThat(pod.path("volumes").findValuesAsText("name")).contains("tmp", "authority");
        assertThat(pod.at("/containers/0/volumeMounts").findValuesAsText("mountPath"))
                .contains("/tmp", "/authority");
        assertThat(pod.at("/initContainers/0/name").asText()).isEqualTo("waits");
        assertThat(pod.at("/containers/1/name").asText()).isEqualTo("proxy");
        assertThat(pod.path("serviceAccountName").asText()).isEqualTo("night");
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
    }

    @Test
    void allFunctionsMayGetTheSameAndOneMoreThanTheOthers() {
        Map<String, Object> values = new HashMap<>();
        values.put("function.extraEnv[0].name", "LANG");
        values.put("function.extraEnv[0].value", "ko");
        values.put("functions.call.extraEnv[0].name", "LANG");
        values.put("functions.call.extraEnv[0].value", "en");

        assertThat(text(values, "routing")).isEqualTo("ko");
        assertThat(text(values, "call")).isEqualTo("en");
    }

    @Test
    void whoReadsLogsWithoutACollectorGetsLinesForPeople() {
        String setting = "QUARKUS_LOG_CONSOLE_JSON_ENABLED";

        JsonNode lines = pod(Map.of("logs.json", false), "call").at("/containers/0");
        assertThat(variable(lines, setting).path("value").asText()).isEqualTo("false");
        assertThat(pod(Map.of(), "call").at("/containers/0/env").findValuesAsText("name"))
                .isNotEmpty()
                .doesNotContain(setting);
    }

    @Test
    void theReleaseGetsObjectsThatMayUseItsName() {
        Manifests manifests =
                Chart.demo(
                        Map.of(
                                "extraObjects[0].apiVersion", "v1",
                                "extraObjects[0].kind", "ConfigMap",
                                "extraObjects[0].metadata.name", "{{ .Release.Name }}-more",
                                "extraObjects[0].data.where", "{{ .Release.Namespace }}"));

        assertThat(manifests.get("ConfigMap", "supporters-more").at("/data/where").asText())
                .isEqualTo("supporters");
    }

    @Test
    void podsThatAreNoFunctionsRunOnTheSameNodes() {
        Manifests manifests =
                Chart.demo(
                        Map.of(
                                "function.tolerations[0].key", "night",
                                "function.tolerations[0].operator", "Exists",
                                "function.nodeSelector.pool", "night",
                                "function.priorityClassName", "business-critical",
                                "legacyProxy.enabled", true));

        assertThat(manifests.pods())
                .allSatisfy(pod -> {
                    assertThat(pod.at("/spec/tolerations/0/key").asText()).isEqualTo("night");
                    assertThat(pod.at("/spec/nodeSelector/pool").asText()).isEqualTo("night");
                    assertThat(pod.at("/spec/priorityClassName").asText())
                            .isEqualTo("business-critical");
                });
    }

    @Test
    void refusesARouteThatHangsOnNothing() {
        for (String route : List.of("gatewayApi.enabled", "gatewayApi.grpcRoutes[0].function")) {
            Map<String, Object> values = new HashMap<>();
            values.put("apis[0]", "gateway.networking.k8s.io/v1");
            values.put(route, route.endsWith("enabled") ? true : "call");
            if (route.endsWith("function")) {
                values.put("gatewayApi.grpcRoutes[0].hostnames[0]", "call.example.com");
            }

            assertThatThrownBy(() -> Chart.demo(values))
                    .hasMessageContaining("gatewayApi.parentRefs: found nothing, expected");
        }
    }

    private static JsonNode pod(Map<String, ?> values, String function) {
        return Chart.demo(values)
                .get("Deployment", "supporters-" + function)
                .at("/spec/template/spec");
    }

    private static String text(Map<String, ?> values, String function) {
        return variable(pod(values, function).at("/containers/0"), "LANG").path("value").asText();
    }

    private static JsonNode variable(JsonNode container, String name) {
        return container
                .path("env")
                .valueStream()
                .filter(one -> one.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String checksum(Manifests manifests) {
        return manifests
                .get("Deployment", "supporters-call")
                .at("/spec/template/metadata/annotations/checksum~1secrets")
                .asText();
    }
}
