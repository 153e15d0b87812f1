package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.charts.rendering.Chart;
import dev.supporters.charts.rendering.Folders;
import dev.supporters.charts.rendering.Yaml;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

class SchemaTest {

    private static final JsonNode SUPPORTERS = schema("supporters");
    private static final JsonNode FUNCTION = schema("function");

    @ParameterizedTest
    @CsvSource({
        "kafka.bootstrapservers, kafka:9092, bootstrapservers",
        "kafka.bootstrapServers, kafka, bootstrapServers",
        "kafka.partitions, 0, partitions",
        "kafka.retention.dead-letters, ever, retention",
        "kafka.securityProtocol, TLS, securityProtocol",
        "kafka.sasl.password, secret, password",
        "kafka.tls.caFile, /etc/ca.crt, caFile",
        "mongodb.connectionString, postgres://db, connectionString",
        "oidc.issuer, login.example.com, issuer",
        "oidc.issuer, http://login.example.com, issuer",
        "gateway.trustedProxies[0], ingress, trustedProxies",
        "oidc.jwks, http://login.example.com/keys, jwks",
        "image.variant, graal, variant",
        "otlp.sampleRatio, 2, sampleRatio",
        "logs.json, yes, json",
        "function.replica, 3, replica",
        "roles.serve.autoscaling.engine, vpa, engine",
        "functions.call.resources.requests.memory, 256MB, memory",
        "functions.call.role, server, role",
        "functions.call.surprise, true, surprise",
        "functions.Call.role, serve, Call",
        "networkPolicy.parts.redis.ports, 6379, redis",
        "demo.enable, true, enable",
        "global.region, seoul, region",
    })
    void refusesWhatItDoesNotKnow(String name, String value, String said) {
        assertThatThrownBy(() -> Chart.demo(Map.of(name, value)))
                .hasMessageContaining("schema")
                .hasMessageContaining(said);
    }

    @Test
    void everyObjectIsClosed() {
        for (JsonNode schema : List.of(SUPPORTERS, FUNCTION)) {
            assertThat(schema.findParents("properties"))
                    .filteredOn(object -> object.has("type"))
                    .isNotEmpty()
                    .allSatisfy(object ->
                            assertThat(object.path("additionalProperties").asBoolean(true))
                                    .as("%s", object.path("properties"))
                                    .isFalse());
        }
    }

    @Test
    void settingsOfAFunctionAreTheSameInBothCharts() {
        ObjectNode settings = FUNCTION.path("properties").deepCopy();
        assertThat(SUPPORTERS.at("/properties/function/properties")).isEqualTo(settings);
        settings.remove("global");
        assertThat(SUPPORTERS.at("/properties/roles/properties/serve/properties"))
                .isEqualTo(settings);
        assertThat(SUPPORTERS.at("/$defs/function/properties").propertyStream())
                .containsAll(settings.propertyStream().toList());
    }

    @Test
    void everySettingHasADefault() {
        assertSameNames(FUNCTION, "function");
        assertSameNames(SUPPORTERS, "supporters");
    }

    private static void assertSameNames(JsonNode schema, String chart) {
        JsonNode values = Yaml.tree(Folders.read(Folders.HELM.resolve(chart + "/values.yaml")));
        // the function's own defaults stand in its own chart; what is global is Helm's
        assertThat(Yaml.names(schema.path("properties")))
                .filteredOn(name -> !List.of("global", "function").contains(name))
                .containsExactlyInAnyOrderElementsOf(Yaml.names(values).toList());
    }

    private static JsonNode schema(String chart) {
        return Yaml.tree(Folders.read(Folders.HELM.resolve(chart + "/values.schema.json")));
    }
}
