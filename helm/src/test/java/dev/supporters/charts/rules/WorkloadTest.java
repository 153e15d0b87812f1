package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.charts.rendering.Chart;
import dev.supporters.charts.rendering.Example;
import dev.supporters.charts.rendering.Manifests;
import dev.supporters.charts.rendering.Yaml;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Map;

class WorkloadTest {

    private static final String ALL = "dev.supporters.charts.rendering.Example#all";

    @ParameterizedTest
    @MethodSource(ALL)
    void selectorsNeverHoldAVersion(Example example) {
        for (JsonNode manifest : Chart.render(example).all()) {
            for (JsonNode labels : manifest.findValues("matchLabels")) {
                assertThat(Yaml.names(labels))
                        .noneMatch(name -> name.contains("version") || name.contains("chart"));
            }
        }
        assertThat(Chart.render(example).ofKind("Deployment"))
                .allSatisfy(one ->
                        assertThat(Yaml.names(one.at("/spec/selector/matchLabels")))
                                .containsExactly(
                                        "app.kubernetes.io/name", "app.kubernetes.io/instance"));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void everyPodIsOfTheRestrictedProfile(Example example) {
        Manifests manifests = Chart.render(example);

        assertThat(manifests.pods())
                .allSatisfy(pod -> {
                    assertThat(pod.at("/spec/securityContext/runAsNonRoot").asBoolean()).isTrue();
                    assertThat(pod.at("/spec/securityContext/runAsUser").asInt()).isPositive();
                    assertThat(pod.at("/spec/securityContext/seccompProfile/type").asText())
                            .isEqualTo("RuntimeDefault");
                });
        assertThat(manifests.containers())
                .allSatisfy(container -> {
                    JsonNode security = container.path("securityContext");
                    assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
                    assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
                    assertThat(Yaml.texts(security.at("/capabilities/drop")))
                            .containsExactly("ALL");
                });
    }

    @Test
    void servicesTellTheirMethodsOnlyIfTheyMay() {
        String name = "SUPPORTERS_SERVICE_REFLECTION";

        assertThat(Chart.demo(Map.of()).text()).doesNotContain(name);

        Manifests open = Chart.demo(Map.of("grpc.reflection", true));
        assertThat(open.variable("supporters-work", name)).isEqualTo("true");
    }

    @Test
    void operatorsCallMethodsByHandOnlyIfTheyMay() {
        String name = "SUPPORTERS_GATEWAY_GRPC_UI";

        assertThat(Chart.demo(Map.of()).text()).doesNotContain(name);

        Manifests open = Chart.demo(Map.of("console.grpc", true));
        assertThat(open.variable("supporters-gateway", name)).isEqualTo("true");
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void noPodGetsATokenOrTheAddressesOfServices(Example example) {
        assertThat(Chart.render(example).pods())
                .allSatisfy(pod -> {
                    assertThat(pod.at("/spec/automountServiceAccountToken").asBoolean(true))
                            .isFalse();
                    assertThat(pod.at("/spec/enableServiceLinks").asBoolean(true)).isFalse();
                });
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void everyContainerBoundsItsMemoryAndMayWriteToTmpOnly(Example example) {
        assertThat(Chart.render(example).containers())
                .allSatisfy(container -> {
                    assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
                    assertThat(container.at("/resources/requests/cpu").asText()).isNotEmpty();
                    assertThat(container.path("volumeMounts").findValuesAsText("mountPath"))
                            .contains("/tmp");
                    assertThat(container.path("volumeMounts").valueStream())
                            .filteredOn(mount -> !mount.path("readOnly").asBoolean())
                            .extracting(mount -> mount.path("mountPath").asText())
                            .isSubsetOf("/tmp", "/data");
                });
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void everyPortNamesItsProtocol(Example example) {
        Manifests manifests = Chart.render(example);

        assertThat(manifests.containers().flatMap(one -> one.path("ports").valueStream()))
                .isNotEmpty()
                .allSatisfy(WorkloadTest::assertProtocol);
        assertThat(
                        manifests.ofKind("Service").stream()
                                .flatMap(one -> one.at("/spec/ports").valueStream()))
                .isNotEmpty()
                .allSatisfy(WorkloadTest::assertProtocol);
        assertThat(
                        manifests.ofKind("NetworkPolicy").stream()
                                .flatMap(one -> one.findValues("ports").stream()))
                .isNotEmpty()
                .allSatisfy(ports -> assertThat(ports).allSatisfy(WorkloadTest::assertProtocol));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void everyFunctionIsProbedAndStopsWithinItsGrace(Example example) {
        assertThat(Chart.render(example).ofKind("Deployment"))
                .filteredOn(one -> one.at("/metadata/labels").has("supporters.dev/service"))
                .isNotEmpty()
                .allSatisfy(one -> {
                    JsonNode container = one.at("/spec/template/spec/containers/0");
                    assertThat(container.at("/startupProbe/httpGet/path").asText())
                            .isEqualTo("/q/health/started");
                    assertThat(container.at("/livenessProbe/httpGet/path").asText())
                            .isEqualTo("/q/health/live");
                    assertThat(container.at("/readinessProbe/httpGet/path").asText())
                            .isEqualTo("/q/health/ready");
                    assertThat(one.at("/spec/template/spec/terminationGracePeriodSeconds").asInt())
                            .isGreaterThan(
                                    container.at("/lifecycle/preStop/sleep/seconds").asInt() + 10);
                    assertThat(one.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(1))
                            .isZero();
                });
    }

    private static void assertProtocol(JsonNode port) {
        assertThat(port.path("protocol").asText()).isIn("TCP", "UDP");
    }
}
