package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.charts.rendering.Chart;
import dev.supporters.charts.rendering.Example;
import dev.supporters.charts.rendering.Folders;
import dev.supporters.charts.rendering.Manifests;
import dev.supporters.charts.rendering.ScaledObject;
import dev.supporters.charts.rendering.StrictModels;
import dev.supporters.charts.source.Functions;
import dev.supporters.charts.source.Metrics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class ScalingTest {

    private static final String ALL = "dev.supporters.charts.rendering.Example#all";
    private static final Example PRODUCTION = Example.ALL.get(1);
    private static final int PARTITIONS = 24;

    @ParameterizedTest
    @MethodSource(ALL)
    void replicasStandExactlyWhereNothingScales(Example example) {
        Manifests manifests = Chart.render(example);
        List<String> scaled =
                Stream.of("HorizontalPodAutoscaler", "ScaledObject")
                        .flatMap(kind -> manifests.ofKind(kind).stream())
                        .map(one -> one.at("/spec/scaleTargetRef/name").asText())
                        .toList();

        assertThat(scaled).doesNotHaveDuplicates();
        assertThat(manifests.ofKind("Deployment"))
                .allSatisfy(one ->
                        assertThat(one.path("spec").has("replicas"))
                                .as(Manifests.name(one))
                                .isNotEqualTo(scaled.contains(Manifests.name(one))));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void disruptionBudgetsStandExactlyWhereThereMayBeMoreThanOnePod(Example example) {
        Manifests manifests = Chart.render(example);

        for (JsonNode deployment : manifests.ofKind("Deployment")) {
            String name = Manifests.name(deployment);
            assertThat(manifests.find("PodDisruptionBudget", name).isPresent())
                    .as(name)
                    .isEqualTo(most(manifests, deployment) > 1);
        }
    }

    @Test
    void noConsumerScalesBeyondThePartitions() throws Exception {
        List<JsonNode> scaled = Chart.render(PRODUCTION).ofKind("ScaledObject");

        assertThat(scaled).hasSize(11);
        for (JsonNode one : scaled) {
            ScaledObject object = (ScaledObject) StrictModels.read(one);
            assertThat(object.spec().maxReplicaCount()).isLessThanOrEqualTo(PARTITIONS);
            assertThat(object.spec().triggers()).isNotEmpty();
        }
    }

    @Test
    void lagThatDoesNotMoveDoesNotCallAllPodsAndLagThatCannotBeReadEndsNone() throws Exception {
        for (JsonNode one : Chart.render(PRODUCTION).ofKind("ScaledObject")) {
            ScaledObject.Spec spec = ((ScaledObject) StrictModels.read(one)).spec();

            assertThat(spec.triggers())
                    .allSatisfy(trigger ->
                            assertThat(trigger.metadata().excludePersistentLag())
                                    .isEqualTo("true"));
            assertThat(spec.fallback().replicas()).isEqualTo(Math.max(1, spec.minReplicaCount()));
        }
    }

    /** Else one that has rested for a week would never be woken, or would not read what it was woken for. */
    @Test
    void ofAGroupWithoutOffsetsKedaSeesAllThatTheFunctionWillRead() throws Exception {
        String common =
                Folders.read(
                        Folders.SERVICES.resolve(
                                "platform/src/main/resources/META-INF/microprofile-config.properties"));

        for (JsonNode one : Chart.render(PRODUCTION).ofKind("ScaledObject")) {
            assertThat(((ScaledObject) StrictModels.read(one)).spec().triggers())
                    .allSatisfy(trigger ->
                            assertThat(common.lines())
                                    .contains(
                                            "mp.messaging.connector.smallrye-kafka.auto.offset.reset="
                                                    + trigger.metadata().offsetResetPolicy()));
        }
    }

    @Test
    void onlyWhatDecidesNothingMayRestAtZero() {
        assertThat(Chart.render(PRODUCTION).ofKind("ScaledObject"))
                .filteredOn(one -> one.at("/spec/minReplicaCount").asInt() == 0)
                .extracting(Manifests::name)
                .containsExactlyInAnyOrder(
                        "supporters-activity-timeline",
                        "supporters-driver-status",
                        "supporters-settlement-ledger");
    }

    @Test
    void everyConsumerIsScaledByTheLagOfItsOwnGroup() throws Exception {
        for (JsonNode one : Chart.render(PRODUCTION).ofKind("ScaledObject")) {
            ScaledObject object = (ScaledObject) StrictModels.read(one);
            String function = object.metadata().getName().substring("supporters-".length());

            assertThat(object.groupsByTopic())
                    .isEqualTo(
                            Functions.get(function)
                                    .path("channels")
                                    .valueStream()
                                    .collect(
                                            Collectors.toMap(
                                                    channel -> channel.path("topic").asText(),
                                                    channel -> channel.path("group").asText())));
        }
    }

    @Test
    void servingFunctionsMayBeScaledByRequestsUnderWay() {
        JsonNode scaler =
                Chart.render(PRODUCTION).get("HorizontalPodAutoscaler", "supporters-gateway");

        assertThat(scaler.at("/spec/metrics/1/pods/metric/name").asText())
                .isEqualTo("http_server_active_requests");
        assertThat(scaler.at("/spec/metrics/1/pods/target/averageValue").asText()).isEqualTo("64");
    }

    /** What is silent takes no processor, and is no request under way. */
    @Test
    void theGatewayMayBeScaledByItsOpenSubscriptions() {
        JsonNode metric =
                Chart.render(PRODUCTION)
                        .get("HorizontalPodAutoscaler", "supporters-gateway")
                        .at("/spec/metrics/2/pods");

        assertThat(metric.at("/metric/name").asText())
                .isEqualTo("supporters_gateway_subscriptions");
        assertThat(metric.at("/target/averageValue").asText()).isEqualTo("2500");
        assertThat(Metrics.inCode()).contains("supporters_gateway_subscriptions");
        assertThat(Folders.read(Folders.HELM.resolve("README.md")))
                .as("the rules for an adapter")
                .contains("http_server_active_requests|supporters_gateway_subscriptions");
    }

    @Test
    void aSinglePodMayGoSoThatItsNodeCanBeDrained() {
        Manifests manifests = Chart.demo(Map.of("functions.call.autoscaling.min", 1));
        JsonNode budget = manifests.get("PodDisruptionBudget", "supporters-call").path("spec");

        assertThat(budget.path("maxUnavailable").asInt()).isEqualTo(1);
        assertThat(budget.has("minAvailable")).isFalse();
        assertThat(budget.path("unhealthyPodEvictionPolicy").asText()).isEqualTo("AlwaysAllow");
    }

    @Test
    void aClusterWithoutKedaRunsAFixedNumberOfConsumers() {
        Manifests manifests = Chart.demo(Map.of());

        assertThat(manifests.ofKind("ScaledObject")).isEmpty();
        assertThat(
                        manifests
                                .get("Deployment", "supporters-commander-timer")
                                .at("/spec/replicas")
                                .asInt())
                .isEqualTo(2);
    }

    @Test
    void kedaIsNotAskedToReachTheBrokerOfADemo() {
        Manifests manifests = Chart.demo(Map.of("apis[0]", "keda.sh/v1alpha1"));

        assertThat(manifests.ofKind("ScaledObject")).isEmpty();
        assertThat(
                        manifests
                                .get("Deployment", "supporters-call-projector")
                                .at("/spec/replicas")
                                .asInt())
                .isEqualTo(1);
        assertThat(
                        Chart.demo(
                                        Map.of(
                                                "apis[0]", "keda.sh/v1alpha1",
                                                "kafka.bootstrapServers", "kafka:9092"))
                                .ofKind("ScaledObject"))
                .hasSize(11);
    }

    @Test
    void refusesNumbersThatCannotWork() {
        assertRefused(Map.of("functions.call-projector.autoscaling.max", 13), "partitions");
        assertRefused(Map.of("functions.call-projector.replicas", 13), "partitions");
        assertRefused(Map.of("functions.call.autoscaling.engine", "keda"), "found keda");
        assertRefused(Map.of("functions.call.autoscaling.min", 7), "autoscaling.min: found 7");
        assertRefused(Map.of("functions.call.autoscaling.min", 0), "at least 1");
        assertRefused(Map.of("functions.call.shutdown.delaySeconds", 30), "graceSeconds");
        assertRefused(
                Map.of("functions.call.shutdown.graceSeconds", 15),
                "expected more than delaySeconds and drainSeconds together: 15");
        assertRefused(
                Map.of("functions.call.memory.directPercent", 40),
                "functions.call.memory: found heapPercent and directPercent of 100 together");
    }

    @Test
    void valuesOfAFunctionOverruleThoseOfItsRoleAlsoByZeroAndFalse() {
        Manifests manifests =
                Chart.demo(
                        Map.of(
                                "functions.policy.enabled",
                                false,
                                "functions.move.replicas",
                                0,
                                "functions.move.autoscaling.engine",
                                "none",
                                "functions.call.podDisruptionBudget.enabled",
                                false));

        assertThat(manifests.find("Deployment", "supporters-policy")).isEmpty();
        assertThat(manifests.get("Deployment", "supporters-move").at("/spec/replicas").asInt(-1))
                .isZero();
        assertThat(manifests.find("PodDisruptionBudget", "supporters-call")).isEmpty();
    }

    private static int most(Manifests manifests, JsonNode deployment) {
        String name = Manifests.name(deployment);
        return manifests
                .find("HorizontalPodAutoscaler", name)
                .map(one -> one.at("/spec/maxReplicas").asInt())
                .or(() ->
                        manifests
                                .find("ScaledObject", name)
                                .map(one -> one.at("/spec/maxReplicaCount").asInt()))
                .orElse(deployment.at("/spec/replicas").asInt());
    }

    private static void assertRefused(Map<String, ?> values, String said) {
        assertThatThrownBy(() -> Chart.demo(values)).hasMessageContaining(said);
    }
}
