package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.charts.rendering.Chart;
import dev.supporters.charts.rendering.Example;
import dev.supporters.charts.rendering.Manifests;
import dev.supporters.charts.rendering.Yaml;
import dev.supporters.charts.source.Functions;
import dev.supporters.charts.source.ServiceSettings;
import dev.supporters.charts.source.TracedEdges;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

class EdgesTest {

    private static final Manifests DEMO = Chart.demo(Map.of());

    @Test
    void everyFunctionHasItsEdges() {
        assertThat(Functions.withEdges())
                .filteredOn(name -> !name.equals("legacy"))
                .containsExactlyInAnyOrderElementsOf(Functions.names());
    }

    @Test
    void edgesOfAServiceAreItsGrpcClients() {
        for (String service : Functions.services()) {
            assertThat(Functions.callsOf(service))
                    .as(service)
                    .isEqualTo(new ServiceSettings(service).grpcClients());
        }
    }

    @Test
    void servicesWithADatabaseReachTheStore() {
        for (String name : Functions.names()) {
            String service = Functions.get(name).path("service").asText();
            assertThat(Functions.uses(name).contains("mongodb"))
                    .as(name)
                    .isEqualTo(new ServiceSettings(service).hasDatabase());
        }
    }

    @Test
    void edgesAreThoseThatTheTracesOfANightMayShow() {
        for (String service : Functions.services()) {
            TreeSet<String> drawn = Functions.callsOf(service);
            if (Functions.of(service).stream()
                    .anyMatch(name -> Functions.uses(name).contains("legacy"))) {
                drawn.add("legacy");
            }
            assertThat(drawn).as(service).isEqualTo(TracedEdges.callees(service));
        }
        assertThat(Functions.calls("legacy")).isEqualTo(List.copyOf(TracedEdges.callees("legacy")));
    }

    @Test
    void policiesLetExactlyTheEdgesThrough() {
        for (String caller : Functions.names()) {
            JsonNode policy = DEMO.get("NetworkPolicy", "supporters-" + caller);

            assertThat(peers(policy.at("/spec/egress")))
                    .as("from %s", caller)
                    .isEqualTo(expectedCallees(caller));
        }
    }

    @Test
    void policiesLetExactlyTheCallersIn() {
        for (String callee : Functions.names()) {
            TreeSet<String> callers =
                    Functions.withEdges().stream()
                            .filter(name -> Functions.calls(name).contains(callee))
                            .collect(Collectors.toCollection(TreeSet::new));
            if (callee.equals("gateway")) {
                callers.add("check");
            }
            JsonNode policy = DEMO.get("NetworkPolicy", "supporters-" + callee);

            assertThat(peers(policy.at("/spec/ingress"))).as("to %s", callee).isEqualTo(callers);
        }
    }

    @Test
    void everyPodIsDeniedEverythingFirst() {
        JsonNode denial = DEMO.get("NetworkPolicy", "supporters-default-deny");
        JsonNode selector = denial.at("/spec/podSelector/matchLabels");

        assertThat(denial.path("spec").has("ingress")).isFalse();
        assertThat(denial.path("spec").has("egress")).isFalse();
        assertThat(Yaml.texts(denial.at("/spec/policyTypes"))).containsExactly("Ingress", "Egress");
        assertThat(DEMO.pods())
                .allSatisfy(pod ->
                        assertThat(pod.at("/metadata/labels").propertyStream())
                                .containsAll(selector.propertyStream().toList()));
    }

    @Test
    void theDemoReachesNobody() {
        JsonNode policy = DEMO.get("NetworkPolicy", "supporters-demo");

        assertThat(Yaml.texts(policy.at("/spec/policyTypes"))).containsExactly("Ingress", "Egress");
        assertThat(policy.at("/spec/egress").findValuesAsText("port")).containsOnly("53");
    }

    @Test
    void functionsAreToldWhereTheirCalleesAre() {
        for (String caller : Functions.names()) {
            for (String callee : Functions.calls(caller)) {
                assertThat(
                                DEMO.variable(
                                        "supporters-" + caller,
                                        "SUPPORTERS_" + callee.toUpperCase(Locale.ROOT) + "_HOST"))
                        .as("%s to %s", caller, callee)
                        .isEqualTo("supporters-" + callee);
            }
        }
    }

    @Test
    void partsOutsideAreReachedWhereTheValuesSayTheyAre() {
        Manifests production = Chart.render(Example.ALL.get(1));
        JsonNode egress = production.get("NetworkPolicy", "supporters-tagging").at("/spec/egress");

        assertThat(egress).hasSize(4);
        assertThat(egress.at("/1/ports/0/port").asInt()).isEqualTo(9093);
        assertThat(egress.at("/1/to/0/namespaceSelector/matchLabels").toString()).contains("kafka");
        assertThat(egress.at("/2/to/0/ipBlock/cidr").asText()).isEqualTo("10.20.0.0/16");
        assertThat(egress.at("/3/ports/0/port").asInt()).isEqualTo(4317);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kafka.bootstrapServers|kafka:9094|tagging|9094",
                "kafka.bootstrapServers|a:9094,b:9095,c:9094|tagging|9094 9095",
                "mongodb.connectionString|mongodb://user:s%40cret:7@a:27018,b/night?replicaSet=rs0|tagging|27017 27018",
                "mongodb.connectionString|mongodb://a?tls=true|tagging|27017",
                "mongodb.connectionString|mongodb+srv://store.example.com|tagging|27017",
                "mongodb.existingSecret|store|tagging|27017",
                "legacy.url|https://wheel.example.com|call|443",
                "legacy.url|http://wheel.example.com|call|80",
                "legacy.url|http://wheel.legacy:8080/|call|8080",
                "oidc.jwks|https://login.example.com:8443/keys|gateway|8443",
                "otlp.endpoint|http://collector:4318|tagging|4318",
            })
    void portsOfPartsOutsideFollowFromTheirAddresses(
            String name, String address, String function, String ports) {
        Map<String, Object> values = new HashMap<>();
        values.put(name, address);
        if (name.startsWith("oidc")) {
            values.put("oidc.issuer", "https://login.example.com");
            values.put("oidc.audiences", "supporters");
            values.put("tokens.existingSecret", "tokens");
        }

        JsonNode policy =
                Chart.demo(values).get("NetworkPolicy", "supporters-" + function).path("spec");

        assertThat(opened(policy)).contains(List.of(ports.split(" ")));
    }

    @Test
    void portsThatAreGivenCountAlone() {
        JsonNode policy =
                Chart.demo(
                                Map.of(
                                        "kafka.bootstrapServers",
                                        "kafka:9092",
                                        "networkPolicy.parts.kafka.ports[0]",
                                        19094))
                        .get("NetworkPolicy", "supporters-tagging")
                        .path("spec");

        assertThat(opened(policy)).contains(List.of("19094")).doesNotContain(List.of("9092"));
    }

    @Test
    void aRouteFromOutsideOpensItsFunctionAndNoOther() {
        Manifests production = Chart.render(Example.ALL.get(1));

        assertThat(production.get("NetworkPolicy", "supporters-call").at("/spec/ingress"))
                .anySatisfy(rule -> {
                    assertThat(rule.at("/from/0/namespaceSelector/matchLabels").toString())
                            .contains("\"ingress\"");
                    assertThat(rule.at("/ports/0/port").asInt()).isEqualTo(8101);
                });
        assertThat(production.get("NetworkPolicy", "supporters-routing").toString())
                .doesNotContain("\"ingress\"}");
    }

    @Test
    void refusesARouteToAFunctionThatServesNothing() {
        for (String function : List.of("call-general", "gateway")) {
            assertThatThrownBy(() ->
                            Chart.demo(
                                    Map.of(
                                            "apis[0]", "gateway.networking.k8s.io/v1",
                                            "gatewayApi.grpcRoutes[0].function", function,
                                            "gatewayApi.grpcRoutes[0].hostnames[0]",
                                                    "a.example.com")))
                    .hasMessageContaining(
                            "gatewayApi.grpcRoutes: found function "
                                    + function
                                    + ", expected one that serves gRPC");
        }
    }

    /** The ports of each rule for what goes out. */
    private static List<List<String>> opened(JsonNode policy) {
        return policy.path("egress")
                .valueStream()
                .map(rule -> rule.path("ports").findValuesAsText("port"))
                .toList();
    }

    private static TreeSet<String> expectedCallees(String caller) {
        TreeSet<String> callees = new TreeSet<>(Functions.calls(caller));
        for (String part : Functions.uses(caller)) {
            callees.add(part.equals("legacy") ? "legacy" : "demo");
        }
        return callees;
    }

    private static TreeSet<String> peers(JsonNode rules) {
        return rules.findValues("matchExpressions").stream()
                .flatMap(expressions -> expressions.valueStream())
                .flatMap(expression -> Yaml.texts(expression.path("values")).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
