package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.charts.rendering.Chart;
import dev.supporters.charts.rendering.Example;
import dev.supporters.charts.rendering.Manifests;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.Map;

class GivenPartsTest {

    private static final Map<String, Object> GIVEN =
            Map.of(
                    "demo.enabled", false,
                    "kafka.bootstrapServers", "kafka:9092",
                    "mongodb.connectionString", "mongodb://mongodb",
                    "oidc.issuer", "https://login.example.com",
                    "oidc.audiences", "supporters",
                    "legacy.url", "https://wheel.example.com",
                    "tokens.existingSecret", "supporters-tokens");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka.bootstrapServers",
                "mongodb.connectionString",
                "oidc.issuer",
                "oidc.audiences",
                "legacy.url",
                "tokens.existingSecret"
            })
    void saysWhichPartIsNotGiven(String name) {
        Map<String, Object> values = new HashMap<>(GIVEN);
        values.remove(name);

        assertThatThrownBy(() -> Chart.demo(values))
                .hasMessageContaining(name + ": found nothing, expected");
    }

    @Test
    void saysAllThatIsMissingAtOnce() {
        Map<String, Object> values =
                Map.of(
                        "demo.enabled", false,
                        "tls.mode", "certManager",
                        "gatewayApi.enabled", true,
                        "kafka.securityProtocol", "SASL_SSL",
                        "tokens.callers.mode", "own");

        assertThatThrownBy(() -> Chart.demo(values))
                .hasMessageContainingAll(
                        "- kafka.bootstrapServers: found nothing",
                        "- mongodb.connectionString: found nothing",
                        "- oidc.issuer: found nothing",
                        "- oidc.audiences: found nothing",
                        "- legacy.url: found nothing",
                        "- tokens.existingSecret: found nothing",
                        "- tokens.callers.existingSecret: found nothing",
                        "- tokens.callers.digests.gateway: found nothing",
                        "- kafka.existingSecret: found nothing",
                        "- kafka.sasl.mechanism: found",
                        "- tls.certManager.issuer: found nothing",
                        "- tls.mode: found certManager, but the cluster has no",
                        "- gatewayApi: the cluster has no",
                        "- gatewayApi.parentRefs: found nothing");
    }

    @Test
    void anIssuerOfYoursNeedsAnAudienceBesideTheDemoToo() {
        assertThatThrownBy(() -> Chart.demo(Map.of("oidc.issuer", "https://login.example.com")))
                .hasMessageContaining("oidc.audiences: found nothing, expected");
    }

    @Test
    void onlyTheIssuerOfTheDemoIsOneForDevelopment() {
        String name = "SUPPORTERS_GATEWAY_TOKENS_DEVELOPMENT";

        assertThat(Chart.demo(Map.of()).variable("supporters-gateway", name)).isEqualTo("true");
        assertThat(Chart.demo(GIVEN).variable("supporters-gateway", name)).isEqualTo("missing");
    }

    @Test
    void rolesAreReadFromTheClaimThatIsGiven() {
        Manifests manifests =
                Chart.demo(
                        Map.of(
                                "oidc.rolesClaim", "realm_access/roles",
                                "oidc.rolesPrefix", "supporters-"));

        assertThat(
                        manifests.variable(
                                "supporters-gateway", "SUPPORTERS_GATEWAY_TOKENS_ROLES_CLAIM"))
                .isEqualTo("realm_access/roles");
        assertThat(
                        manifests.variable(
                                "supporters-gateway", "SUPPORTERS_GATEWAY_TOKENS_ROLES_PREFIX"))
                .isEqualTo("supporters-");
    }

    @Test
    void secretsThatExistAreUsedAndNoneIsMade() {
        Manifests manifests = Chart.render(Example.ALL.get(1));

        assertThat(manifests.ofKind("Secret")).isEmpty();
        assertThat(manifests.get("Deployment", "supporters-call").findValues("secretKeyRef"))
                .extracting(one -> one.path("name").asText() + "/" + one.path("key").asText())
                .containsExactlyInAnyOrder(
                        "supporters-callers/call",
                        "supporters-kafka-call/password",
                        "supporters-kafka-call/username",
                        "supporters-mongodb-call/connection-string",
                        "supporters-tokens/legacy-token",
                        "supporters-tokens/service-token-other");
    }

    /** It is there only while the token is being changed. */
    @Test
    void aSecondServiceTokenMayBeMissing() {
        Manifests manifests = Chart.render(Example.ALL.get(1));

        assertThat(manifests.get("Deployment", "supporters-call").findValues("secretKeyRef"))
                .filteredOn(one -> one.path("optional").asBoolean())
                .extracting(one -> one.path("key").asText())
                .containsExactly("service-token-other");
    }

    /** Only who is asked with it lets two in; the others show one. */
    @Test
    void aSecondTokenOfTheLegacySystemMayBeMissing() {
        Manifests manifests = Chart.render(Example.ALL.get(1));

        assertThat(manifests.get("Deployment", "supporters-gateway").findValues("secretKeyRef"))
                .filteredOn(one -> one.path("optional").asBoolean())
                .extracting(one -> one.path("key").asText())
                .contains("legacy-token-other");
        assertThat(manifests.get("Deployment", "supporters-routing").findValues("secretKeyRef"))
                .extracting(one -> one.path("key").asText())
                .contains("legacy-token")
                .doesNotContain("legacy-token-other");
    }

    @Test
    void nothingOfTheDemoIsThereUnlessItIsAskedFor() {
        Manifests manifests = Chart.demo(GIVEN);

        assertThat(manifests.all())
                .extracting(Manifests::name)
                .noneMatch(name -> name.endsWith("-demo") || name.endsWith("-legacy"));
        assertThat(manifests.text()).doesNotContain("-demo:", "supporters/legacy");
    }

    @Test
    void everyFunctionIsToldItsPartsAndNoOthers() {
        Manifests manifests = Chart.render(Example.ALL.get(1));

        assertThat(manifests.variable("supporters-gateway", "SUPPORTERS_GATEWAY_ISSUER"))
                .isEqualTo("https://login.example.com/realms/supporters");
        assertThat(manifests.variable("supporters-gateway", "MP_JWT_VERIFY_AUDIENCES"))
                .isEqualTo("supporters");
        assertThat(manifests.variable("supporters-tagging", "KAFKA_BOOTSTRAP_SERVERS"))
                .startsWith("kafka-0.kafka:9093,");
        assertThat(manifests.variable("supporters-tagging", "SUPPORTERS_LEGACY_URL"))
                .isEqualTo("missing");
        assertThat(manifests.variable("supporters-tagging", "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT"))
                .isEqualTo("http://collector.observability:4317");
        assertThat(manifests.variable("supporters-tagging", "QUARKUS_OTEL_SDK_DISABLED"))
                .isEqualTo("missing");
    }

    @Test
    void imagesAreNamedByRegistryServiceTagAndVariant() {
        Manifests manifests =
                Chart.demo(
                        Map.of(
                                "image.registry", "localhost:5000",
                                "image.tag", "v7",
                                "image.variant", "native",
                                "functions.call.image.variant", "jvm"));

        assertThat(manifests.containers().map(one -> one.path("image").asText()))
                .contains(
                        "localhost:5000/supporters/routing:v7-native",
                        "localhost:5000/supporters/call:v7",
                        "localhost:5000/supporters/tools:v7");
    }
}
