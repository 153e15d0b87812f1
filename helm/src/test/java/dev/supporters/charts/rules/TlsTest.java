package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.charts.rendering.Chart;
import dev.supporters.charts.rendering.Example;
import dev.supporters.charts.rendering.Manifests;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** TLS between the services. */
class TlsTest {

    private static final Map<String, Object> EXISTING =
            Map.of("tls.mode", "existing", "tls.existingSecret", "authority-made-it");
    private static final String PROBES = "/spec/template/spec/containers/0/";

    @Test
    void thereIsNoneUnlessItIsAskedFor() {
        Manifests manifests = Chart.demo(Map.of());

        assertThat(manifests.text()).doesNotContain("SUPPORTERS_TLS_", "scheme: HTTPS");
    }

    @Test
    void whoServesGrpcAnswersWithTlsAndIsAskedSoByTheCluster() {
        Manifests manifests = Chart.demo(EXISTING);
        JsonNode call = manifests.get("Deployment", "supporters-call");

        assertThat(manifests.variable("supporters-call", "SUPPORTERS_TLS_DIRECTORY"))
                .isEqualTo("/etc/supporters/tls");
        assertThat(manifests.variable("supporters-call", "SUPPORTERS_TLS_SERVER"))
                .isEqualTo("true");
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertThat(call.at(PROBES + probe + "/httpGet/scheme").asText())
                    .as(probe)
                    .isEqualTo("HTTPS");
        }
        assertThat(call.findValuesAsText("secretName")).containsExactly("authority-made-it");
        assertThat(call.findValuesAsText("mountPath")).contains("/etc/supporters/tls");
    }

    @Test
    void theGatewayKnowsItsServicesAndAnswersAsBefore() {
        Manifests manifests = Chart.demo(EXISTING);
        JsonNode gateway = manifests.get("Deployment", "supporters-gateway");

        assertThat(manifests.variable("supporters-gateway", "SUPPORTERS_TLS_DIRECTORY"))
                .isEqualTo("/etc/supporters/tls");
        assertThat(manifests.variable("supporters-gateway", "SUPPORTERS_TLS_SERVER"))
                .isEqualTo("false");
        assertThat(gateway.at(PROBES + "readinessProbe/httpGet/scheme").isMissingNode()).isTrue();
    }

    @Test
    void aCertificateIsOfAllFunctionsThatServeGrpcByTheNamesThatTheyAreCalledBy() {
        Manifests manifests = Chart.render(Example.ALL.get(1));
        JsonNode certificate = manifests.ofKind("Certificate").getFirst();
        List<String> names =
                StreamSupport.stream(certificate.at("/spec/dnsNames").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();

        assertThat(names)
                .contains("supporters-routing", "supporters-routing.supporters.svc")
                .noneMatch(name -> name.startsWith("supporters-gateway"));
        manifests.ofKind("Deployment").stream()
                .flatMap(deployment -> deployment.findParents("value").stream())
                .filter(variable -> variable.path("name").asText().matches("SUPPORTERS_.*_HOST"))
                .forEach(host -> assertThat(names).contains(host.path("value").asText()));
        assertThat(certificate.at("/spec/secretName").asText())
                .isEqualTo(
                        manifests
                                .get("Deployment", "supporters-routing")
                                .findValuesAsText("secretName")
                                .getFirst());
    }

    @Test
    void prometheusKnowsWhomItAsks() {
        Manifests manifests = Chart.render(Example.ALL.get(1));
        JsonNode call = manifests.get("ServiceMonitor", "supporters-call").at("/spec/endpoints/0");

        assertThat(call.path("scheme").asText()).isEqualTo("https");
        assertThat(call.at("/tlsConfig/serverName").asText()).isEqualTo("supporters-call");
        assertThat(
                        manifests
                                .get("ServiceMonitor", "supporters-gateway")
                                .at("/spec/endpoints/0/scheme")
                                .isMissingNode())
                .isTrue();
    }

    @Test
    void aRouteToAFunctionSpeaksTlsToo() {
        Manifests manifests = Chart.render(Example.ALL.get(1));

        JsonNode validation =
                manifests.get("BackendTLSPolicy", "supporters-call").at("/spec/validation");

        assertThat(validation.path("hostname").asText()).isEqualTo("supporters-call");
        assertThat(validation.at("/caCertificateRefs/0/name").asText())
                .isEqualTo("supporters-authority");
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> Chart.demo(Map.of("tls.mode", "existing")))
                .hasMessageContaining("tls.existingSecret: found nothing, expected a Secret");
        assertThatThrownBy(() ->
                        Chart.demo(
                                Map.of(
                                        "tls.mode", "certManager",
                                        "tls.certManager.issuer", "supporters")))
                .hasMessageContaining("the cluster has no cert-manager.io/v1");
        assertThatThrownBy(() ->
                        Chart.demo(
                                Map.of("tls.mode", "certManager", "apis[0]", "cert-manager.io/v1")))
                .hasMessageContaining("tls.certManager.issuer: found nothing");
    }
}
