package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.charts.rendering.Chart;
import dev.supporters.charts.rendering.Folders;
import dev.supporters.charts.rendering.Manifests;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

class KubernetesVersionsTest {

    @ParameterizedTest
    @CsvSource({
        "1.20.0, autoscaling/v2beta2, policy/v1beta1",
        "1.21.14, autoscaling/v2beta2, policy/v1",
        "1.23.0, autoscaling/v2, policy/v1",
        "1.35.0, autoscaling/v2, policy/v1",
    })
    void usesTheApisThatTheClusterHas(String kubernetes, String autoscaling, String policy) {
        Manifests manifests = Chart.demo(kubernetes, Map.of());

        assertThat(manifests.ofKind("HorizontalPodAutoscaler"))
                .extracting(one -> one.path("apiVersion").asText())
                .containsOnly(autoscaling);
        assertThat(manifests.ofKind("PodDisruptionBudget"))
                .extracting(one -> one.path("apiVersion").asText())
                .containsOnly(policy);
    }

    @ParameterizedTest
    @CsvSource({"1.20.0, false", "1.29.5, false", "1.30.0, true", "1.35.0, true"})
    void theDelayBeforeTheStopIsTheClustersOrTheFunctionsButNeverBoth(
            String kubernetes, boolean clusters) {
        Manifests manifests = Chart.demo(kubernetes, Map.of());

        JsonNode container =
                manifests
                        .get("Deployment", "supporters-call")
                        .at("/spec/template/spec/containers/0");
        assertThat(container.at("/lifecycle/preStop/sleep/seconds").asInt())
                .isEqualTo(clusters ? 5 : 0);
        assertThat(manifests.variable("supporters-call", "QUARKUS_SHUTDOWN_DELAY"))
                .isEqualTo(clusters ? "missing" : "5s");
    }

    @ParameterizedTest
    @CsvSource({"1.20.0, false", "1.26.9, false", "1.27.0, true", "1.35.0, true"})
    void podsOfOneVersionLieApartAndUnreadyOnesMayGoWhereTheClusterKnowsIt(
            String kubernetes, boolean knows) {
        Manifests manifests = Chart.demo(kubernetes, Map.of());

        assertThat(
                        manifests
                                .get("Deployment", "supporters-call")
                                .at("/spec/template/spec/topologySpreadConstraints/0")
                                .has("matchLabelKeys"))
                .isEqualTo(knows);
        assertThat(
                        manifests
                                .get("PodDisruptionBudget", "supporters-call")
                                .path("spec")
                                .has("unhealthyPodEvictionPolicy"))
                .isEqualTo(knows);
    }

    /** Else they would not hear of it. */
    @Test
    void functionsAreBuiltSoThatTheEnvironmentMayDelayTheirStop() {
        String common =
                Folders.read(
                        Folders.SERVICES.resolve(
                                "platform/src/main/resources/META-INF/microprofile-config.properties"));

        assertThat(common.lines())
                .contains("quarkus.shutdown.delay-enabled=true")
                .noneMatch(line -> line.startsWith("quarkus.shutdown.delay="));
    }

    @Test
    void nobodyWaitsBeforeAConsumerStops() {
        for (String kubernetes : new String[] {Chart.OLDEST, Chart.CURRENT}) {
            Manifests manifests = Chart.demo(kubernetes, Map.of());

            assertThat(manifests.variable("supporters-call-projector", "QUARKUS_SHUTDOWN_DELAY"))
                    .isEqualTo("missing");
            assertThat(
                            manifests
                                    .get("Deployment", "supporters-call-projector")
                                    .at("/spec/template/spec/containers/0")
                                    .has("lifecycle"))
                    .isFalse();
        }
    }

    @Test
    void refusesAnOlderCluster() {
        assertThatThrownBy(() -> Chart.demo("1.19.0", Map.of())).hasMessageContaining("1.20.0");
    }

    @Test
    void saysWhichApiIsMissing() {
        assertThatThrownBy(() -> Chart.demo(Map.of("gatewayApi.enabled", true)))
                .hasMessageContaining("gateway.networking.k8s.io/v1");
    }
}
