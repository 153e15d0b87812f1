package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.charts.rendering.Chart;
import dev.supporters.charts.rendering.Example;
import dev.supporters.charts.rendering.Manifests;
import dev.supporters.charts.rendering.StrictModels;

import io.fabric8.kubernetes.api.model.Pod;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The job that trains models, and how they reach those that use them. */
class LearningTest {

    private static final String JOB = "supporters-training";

    @Test
    void nobodyLearnsUnlessItIsWanted() {
        for (Example example : Example.ALL) {
            Manifests manifests = Chart.render(example);

            assertThat(manifests.ofKind("CronJob")).isEmpty();
            assertThat(manifests.text()).doesNotContain("MLGATEWAY_MODEL_FOLDER");
        }
    }

    @Test
    void aJobLearnsEachMorningAndNeverTwoAtOnce() throws Exception {
        JsonNode job = learning(Map.of()).get("CronJob", JOB);

        assertThat(job.at("/spec/schedule").asText()).isEqualTo("0 6 * * *");
        assertThat(job.at("/spec/timeZone").asText()).isEqualTo("Asia/Seoul");
        assertThat(job.at("/spec/concurrencyPolicy").asText()).isEqualTo("Forbid");
        JsonNode container = pod(job).at("/spec/containers/0");
        assertThat(container.path("image").asText()).startsWith("supporters/training:");
        assertThat(variables(container))
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "supporters-demo:19092")
                .containsEntry("SUPPORTERS_TRAINING_NIGHTS", "/data/nights")
                .containsEntry("SUPPORTERS_TRAINING_PUBLISH", "/data/models")
                .containsEntry("SUPPORTERS_TRAINING_REGION", "seoul")
                .containsEntry("SUPPORTERS_TRAINING_IN_USE", "");
        assertThat(StrictModels.read(pod(job))).isInstanceOf(Pod.class);
    }

    @Test
    void whoRanksTriesTheNewestModelAsAShadowAndRanksByTheOneThatIsSet() {
        Manifests manifests = learning(Map.of("training.model", "keep@4"));

        for (String function : List.of("supporters-mlgateway", "supporters-mlgateway-moves")) {
            assertThat(manifests.variable(function, "SUPPORTERS_MLGATEWAY_DEFAULT_MODEL"))
                    .isEqualTo("keep@4");
            assertThat(manifests.variable(function, "SUPPORTERS_MLGATEWAY_SHADOW_MODELS"))
                    .isEqualTo("keep");
            assertThat(manifests.variable(function, "SUPPORTERS_MLGATEWAY_MODEL_FOLDER"))
                    .isEqualTo("/var/lib/supporters/models");
            JsonNode pod = manifests.get("Deployment", function).at("/spec/template/spec");
            assertThat(pod.at("/containers/0/volumeMounts").findValuesAsText("subPath"))
                    .containsExactly("models", "histories");
            assertThat(pod.at("/volumes").findValuesAsText("claimName")).containsExactly("nights");
        }
        assertThat(manifests.get("Deployment", "supporters-routing").toString())
                .doesNotContain("MODEL_FOLDER");
        assertThat(variables(pod(manifests.get("CronJob", JOB)).at("/spec/containers/0")))
                .containsEntry("SUPPORTERS_TRAINING_IN_USE", "keep@4");
    }

    @Test
    void zonesArePlannedFromTheHistoriesThatTheJobWrites() {
        Manifests manifests = learning(Map.of());

        for (String function : List.of("supporters-zone", "supporters-zone-refresh")) {
            assertThat(manifests.variable(function, "SUPPORTERS_ZONE_REFRESH_HISTORY"))
                    .isEqualTo("/var/lib/supporters/histories");
            JsonNode pod = manifests.get("Deployment", function).at("/spec/template/spec");
            assertThat(pod.at("/containers/0/volumeMounts").findValuesAsText("subPath"))
                    .containsExactly("histories");
            assertThat(pod.toString()).doesNotContain("MODEL_FOLDER");
        }
    }

    @Test
    void whatAFunctionIsGivenTakesThePlaceOfThat() {
        Manifests manifests =
                learning(
                        Map.of(
                                "functions.mlgateway.env.SUPPORTERS_MLGATEWAY_SHADOW_MODELS",
                                "keep@7"));

        assertThat(manifests.variable("supporters-mlgateway", "SUPPORTERS_MLGATEWAY_SHADOW_MODELS"))
                .isEqualTo("keep@7");
    }

    @Test
    void theJobReachesTheBrokersOnly() {
        JsonNode policy = learning(Map.of("networkPolicy.enabled", true)).get("NetworkPolicy", JOB);

        assertThat(policy.at("/spec/egress")).hasSize(2);
        assertThat(policy.at("/spec/egress/1/ports/0/port").asInt()).isEqualTo(19092);
        assertThat(policy.at("/spec/ingress").isMissingNode()).isTrue();
    }

    @Test
    void olderClustersHaveNoTimeZoneOfAJob() {
        JsonNode job = Chart.demo("1.26.0", values(Map.of())).get("CronJob", JOB);

        assertThat(job.at("/spec/timeZone").isMissingNode()).isTrue();
    }

    @Test
    void refusesAVolumeThatIsNotGivenAndAModelWithoutAVersion() {
        assertThatThrownBy(() -> Chart.demo(Map.of("training.enabled", true)))
                .hasMessageContaining("training.existingClaim: found nothing, expected");
        assertThatThrownBy(() -> learning(Map.of("training.model", "keep")))
                .hasMessageContaining("training");
    }

    private static Manifests learning(Map<String, Object> more) {
        return Chart.demo(values(more));
    }

    private static Map<String, Object> values(Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("training.enabled", true);
        values.put("training.existingClaim", "nights");
        return values;
    }

    /** The pod of a job, as if it stood alone. */
    private static JsonNode pod(JsonNode job) {
        ObjectNode pod = JsonNodeFactory.instance.objectNode();
        pod.put("apiVersion", "v1").put("kind", "Pod");
        pod.setAll((ObjectNode) job.at("/spec/jobTemplate/spec/template"));
        return pod;
    }

    private static Map<String, String> variables(JsonNode container) {
        Map<String, String> variables = new HashMap<>();
        container
                .path("env")
                .forEach(one ->
                        variables.put(one.path("name").asText(), one.path("value").asText()));
        return variables;
    }
}
