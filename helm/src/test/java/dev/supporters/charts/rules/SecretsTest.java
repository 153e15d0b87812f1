package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.charts.rendering.Chart;
import dev.supporters.charts.rendering.FakeCluster;
import dev.supporters.charts.rendering.Manifests;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What becomes of Secrets: those that the chart makes, and those that pods read. */
class SecretsTest {

    private static final Map<String, Object> GIVEN =
            Map.of(
                    "kafka.bootstrapServers", "kafka:9092",
                    "mongodb.existingSecret", "store",
                    "oidc.issuer", "https://login.example.com",
                    "oidc.audiences", "supporters",
                    "legacy.url", "https://wheel.example.com");
    private static final Map<String, String> TOKENS =
            Map.of("service-token", "ours", "legacy-token", "theirs");

    private final FakeCluster cluster = new FakeCluster();

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void tokensAreMadeAtTheFirstInstallation() {
        JsonNode first = tokens(Chart.installed(cluster, GIVEN));
        JsonNode second = tokens(Chart.installed(cluster, GIVEN));

        assertThat(first).hasSize(2).allSatisfy(one -> assertThat(one.asText()).hasSize(64));
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void tokensThatTheClusterHasStay() {
        cluster.put(
                "supporters-tokens",
                Map.of(
                        "service-token", "ours",
                        "legacy-token", "theirs",
                        "service-token-other", "old",
                        "legacy-token-other", "their old one"));

        JsonNode data = tokens(Chart.installed(cluster, GIVEN));

        assertThat(data.path("service-token").asText()).isEqualTo(FakeCluster.base64("ours"));
        assertThat(data.path("legacy-token").asText()).isEqualTo(FakeCluster.base64("theirs"));
        assertThat(data.path("service-token-other").asText()).isEqualTo(FakeCluster.base64("old"));
        assertThat(data.path("legacy-token-other").asText())
                .isEqualTo(FakeCluster.base64("their old one"));
    }

    @Test
    void whoRendersWithoutAClusterGivesTheTokens() {
        assertThatThrownBy(() ->
                        Chart.demo(
                                Map.of(
                                        "oidc.issuer", "https://login.example.com",
                                        "oidc.audiences", "supporters")))
                .hasMessageContaining("tokens.existingSecret: found nothing, expected a Secret")
                .hasMessageContaining("the cluster cannot be asked");
    }

    @Test
    void aDemoThatGivesTokensToAnybodyRendersTheSameEachTime() {
        assertThat(Chart.demo(Map.of()).text()).isEqualTo(Chart.demo(Map.of()).text());
    }

    @Test
    void podsAreNewWhenASecretThatTheyReadIsAnother() {
        cluster.put("supporters-tokens", TOKENS);
        cluster.put("store", Map.of("connection-string", "mongodb://old"));
        Manifests before = Chart.installed(cluster, GIVEN);

        cluster.put("store", Map.of("connection-string", "mongodb://new"));
        Manifests after = Chart.installed(cluster, GIVEN);

        assertThat(checksum(after, "call")).hasSize(64).isNotEqualTo(checksum(before, "call"));
        assertThat(checksum(after, "routing"))
                .as("has no store")
                .hasSize(64)
                .isEqualTo(checksum(before, "routing"));
    }

    @Test
    void podsStayWhenNothingThatTheyReadIsAnother() {
        cluster.put("supporters-tokens", TOKENS);
        cluster.put("store", Map.of("connection-string", "mongodb://old"));
        TreeSet<String> before = checksums(Chart.installed(cluster, GIVEN));

        cluster.put("store", Map.of("connection-string", "mongodb://old", "note", "of somebody"));

        assertThat(checksums(Chart.installed(cluster, GIVEN))).isEqualTo(before);
    }

    @Test
    void tokensThatAreMadeNowAreThoseThatPodsAreCountedBy() {
        Manifests first = Chart.installed(cluster, GIVEN);
        JsonNode made = tokens(first);
        cluster.put(
                "supporters-tokens",
                Map.of(
                        "service-token", decoded(made, "service-token"),
                        "legacy-token", decoded(made, "legacy-token")));

        assertThat(checksums(Chart.installed(cluster, GIVEN))).isEqualTo(checksums(first));
    }

    @Test
    void aConnectionStringOfTheValuesCountsToo() {
        assertThat(checksum(Chart.demo(Map.of("mongodb.connectionString", "mongodb://a")), "call"))
                .isNotEqualTo(
                        checksum(
                                Chart.demo(Map.of("mongodb.connectionString", "mongodb://b")),
                                "call"));
    }

    private static JsonNode tokens(Manifests manifests) {
        return manifests.get("Secret", "supporters-tokens").path("data");
    }

    private static String decoded(JsonNode data, String key) {
        return new String(
                java.util.Base64.getDecoder().decode(data.path(key).asText()),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String checksum(Manifests manifests, String function) {
        return manifests
                .get("Deployment", "supporters-" + function)
                .at("/spec/template/metadata/annotations/checksum~1secrets")
                .asText();
    }

    private static TreeSet<String> checksums(Manifests manifests) {
        return manifests.ofKind("Deployment").stream()
                .map(one -> one.at("/metadata/name").asText().replace("supporters-", ""))
                .map(function -> function + " " + checksum(manifests, function))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
