package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.charts.rendering.Chart;
import dev.supporters.charts.rendering.Folders;
import dev.supporters.charts.rendering.Manifests;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What strangers can reach: over TLS, and no demo that gives tokens to anybody. */
class ExposureTest {

    private static final Map<String, Object> ISSUER =
            Map.of(
                    "oidc.issuer",
                    "https://login.example.com",
                    "oidc.audiences",
                    "supporters",
                    "tokens.existingSecret",
                    "tokens");

    /** The first part of a path, in a table of the gateway's README. */
    private static final Pattern DOOR =
            Pattern.compile("(?<=`)(?:(?:GET|POST|PUT) )?(/[a-z0-9.-]+)(?=[/`: ])");

    private static final String CONSOLE = "gateway/src/main/resources/web/app";

    /** A path that the console asks, as far as it is the same each time. */
    private static final Pattern ASKED =
            Pattern.compile("(?:fetch|authorizedFetch|download)\\(\\s*['`](/[a-z0-9/.-]*)");

    private static final Pattern LOCATION = Pattern.compile("location (/[^ ]+)");

    private static final Set<String> INSIDE = Set.of("/q", "/grpc");

    @Test
    void anIngressHasTlsUnlessThatEndsBefore() {
        assertThatThrownBy(() -> Chart.demo(with(ISSUER, "ingress.enabled", true)))
                .hasMessageContaining("ingress.tlsSecret: found nothing, expected a Secret");

        assertThat(ingress(with(ISSUER, "ingress.tlsSecret", "certificate")))
                .contains("certificate");
        assertThat(ingress(with(ISSUER, "ingress.tlsElsewhere", true))).doesNotContain("\"tls\"");
    }

    /** Each that its README lists, but those that say what is inside, or call any method by hand. */
    @Test
    void everyDoorOfTheGatewayIsOpenToWhoeverHasAToken() {
        String readme = Folders.read(Folders.SERVICES.resolve("gateway/README.md"));
        List<String> doors =
                DOOR.matcher(readme)
                        .results()
                        .map(door -> door.group(1))
                        .filter(door -> !INSIDE.contains(door))
                        .distinct()
                        .toList();
        JsonNode paths =
                Chart.demo(
                                with(
                                        with(ISSUER, "ingress.tlsSecret", "certificate"),
                                        "ingress.enabled",
                                        true))
                        .get("Ingress", "supporters-gateway")
                        .at("/spec/rules/0/http/paths");

        assertThat(doors).contains("/v1", "/zones", "/console");
        assertThat(paths.findValuesAsText("path"))
                .extracting(path -> path.replaceAll("(?<=.)/.*", ""))
                .containsExactlyInAnyOrderElementsOf(doors);
    }

    /** Else the proxy would give it to the legacy system, with the operator's token. */
    @Test
    void whateverTheConsoleAsksLeadsToTheGatewayAlsoWhereTheLegacySystemIsBehindIt() {
        List<String> asked = asked(Folders.SERVICES.resolve(CONSOLE));
        String proxy =
                Chart.demo(Map.of("legacyProxy.enabled", true))
                        .get("ConfigMap", "supporters-legacy-proxy")
                        .at("/data/nginx.conf")
                        .asText();
        List<String> led =
                LOCATION.matcher(proxy).results().map(location -> location.group(1)).toList();

        assertThat(asked).contains("/graphql", "/import/driver-statistics");
        assertThat(led).contains("/graphql");
        assertThat(asked)
                .allSatisfy(path -> assertThat(led).anyMatch(prefix -> path.startsWith(prefix)));
    }

    private static List<String> asked(Path console) {
        try (Stream<Path> files = Files.walk(console)) {
            return files.filter(file -> file.toString().endsWith(".ts"))
                    .flatMap(file -> ASKED.matcher(Folders.read(file)).results())
                    .map(path -> path.group(1))
                    .filter(path -> INSIDE.stream().noneMatch(path::startsWith))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** They say what is asked, how often and by how many, to whoever comes by. */
    @Test
    void noPathLeadsToHealthAndMetrics() {
        for (String path : List.of("/", "/q", "/q/metrics")) {
            for (String setting : List.of("ingress.paths[0]", "legacyProxy.paths[0]")) {
                assertThatThrownBy(() -> Chart.demo(with(ISSUER, setting, path)))
                        .hasMessageContaining("health and metrics are below /q and stay inside");
            }
        }

        assertThat(
                        ingress(
                                with(
                                        with(ISSUER, "ingress.tlsSecret", "certificate"),
                                        "ingress.paths[0]",
                                        "/queries")))
                .contains("/queries");
    }

    @Test
    void noIngressAndNoRouteLeadsToADemoWhoseIssuerGivesTokensToAnybody() {
        String expected = "demo.enabled: found true, expected false where strangers can come";

        assertThatThrownBy(() ->
                        Chart.demo(
                                Map.of(
                                        "ingress.enabled",
                                        true,
                                        "ingress.tlsSecret",
                                        "certificate")))
                .hasMessageContaining(expected);
        assertThatThrownBy(() ->
                        Chart.demo(
                                Map.of(
                                        "apis[0]",
                                        "gateway.networking.k8s.io/v1",
                                        "gatewayApi.enabled",
                                        true)))
                .hasMessageContaining(expected);
    }

    @Test
    void whoeverAsksForItShowsTheDemo() {
        assertThat(ingress(Map.of("demo.exposed", true, "ingress.tlsSecret", "certificate")))
                .contains("certificate");
    }

    /** Without their names all strangers have one address, that of the ingress: a limit for each would shut all of them out. */
    @Test
    void strangersAreLimitedByTheirAddressesOnceTheProxiesAreNamed() {
        String limit = "SUPPORTERS_GATEWAY_SOCKETS_WITHOUT_TOKEN_PER_ADDRESS";
        String proxies = "SUPPORTERS_GATEWAY_TRUSTED_PROXIES";
        Manifests unnamed = Chart.demo(Map.of());
        Manifests named =
                Chart.demo(
                        Map.of(
                                "gateway.trustedProxies[0]",
                                "10.0.0.0/8",
                                "gateway.trustedProxies[1]",
                                "2001:db8::7"));

        assertThat(unnamed.variable("supporters-gateway", limit)).isEqualTo("0");
        assertThat(unnamed.variable("supporters-gateway", proxies)).isEqualTo("missing");
        assertThat(named.variable("supporters-gateway", limit)).isEqualTo("missing");
        assertThat(named.variable("supporters-gateway", proxies))
                .isEqualTo("10.0.0.0/8,2001:db8::7");
    }

    private static String ingress(Map<String, Object> values) {
        Manifests manifests = Chart.demo(with(values, "ingress.enabled", true));
        return manifests.get("Ingress", "supporters-gateway").toString();
    }

    private static Map<String, Object> with(Map<String, Object> values, String name, Object value) {
        Map<String, Object> more = new HashMap<>(values);
        more.put(name, value);
        return more;
    }
}
