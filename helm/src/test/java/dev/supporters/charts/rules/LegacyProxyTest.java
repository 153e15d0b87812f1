package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.charts.rendering.Chart;
import dev.supporters.charts.rendering.Manifests;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.Map;

/** The nginx before the legacy system and us. */
class LegacyProxyTest {

    private static final String NAME = "supporters-legacy-proxy";
    private static final String POD = "/spec/template/spec";

    @Test
    void startsAsManyProcessesAsTheValuesSayWhateverTheNode() {
        assertThat(configuration(Map.of()))
                .contains("worker_processes 2;")
                .doesNotContain("worker_processes auto");
    }

    @Test
    void asksForAddressesAgainAndAgain() {
        assertThat(
                        configuration(
                                Map.of("legacy.url", "http://wheel.legacy.svc.cluster.local:8080")))
                .contains(
                        "resolver kube-dns.kube-system.svc.cluster.local ipv6=off valid=10s;",
                        "set $gateway supporters-gateway.supporters.svc.cluster.local:8080;",
                        "proxy_pass http://$gateway;",
                        "set $legacy wheel.legacy.svc.cluster.local:8080;",
                        "proxy_pass http://$legacy;")
                .doesNotContain("ssl");
    }

    @Test
    void knowsTheLegacySystemByItsCertificate() {
        Map<String, Object> https = Map.of("legacy.url", "https://wheel.example.com");

        assertThat(configuration(https))
                .contains(
                        "proxy_pass https://$legacy;",
                        "proxy_ssl_name wheel.example.com;",
                        "proxy_ssl_verify on;",
                        "proxy_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt;");
        assertThat(configuration(with(https, Map.of("legacyProxy.tls.verify", false))))
                .contains("proxy_ssl_name wheel.example.com;")
                .doesNotContain("proxy_ssl_verify");
    }

    @Test
    void believesAnAuthorityOfYours() {
        Map<String, Object> values =
                Map.of(
                        "legacy.url", "https://wheel.example.com:8443",
                        "legacyProxy.tls.caConfigMap", "wheel-authority",
                        "legacyProxy.tls.caKey", "root.pem");
        JsonNode pod = rendered(values).get("Deployment", NAME).at(POD);

        assertThat(configuration(values))
                .contains(
                        "set $legacy wheel.example.com:8443;",
                        "proxy_ssl_name wheel.example.com;",
                        "proxy_ssl_trusted_certificate /etc/legacy-authority/ca.crt;");
        assertThat(pod.at("/volumes/1/configMap/name").asText()).isEqualTo("wheel-authority");
        assertThat(pod.at("/volumes/1/configMap/items/0/key").asText()).isEqualTo("root.pem");
        assertThat(pod.at("/containers/0/volumeMounts/1/mountPath").asText())
                .isEqualTo("/etc/legacy-authority");
    }

    @ParameterizedTest
    @CsvSource({
        "http://wheel, a whole name",
        "http://wheel.legacy:8080, a whole name",
        "https://example.com, a whole name",
        "https://wheel.example.com/api, no path",
    })
    void refusesAnAddressThatNginxWouldTakeForAnother(String url, String said) {
        assertThatThrownBy(() -> configuration(Map.of("legacy.url", url)))
                .hasMessageContaining("legacy.url: found " + url + ", expected " + said);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com., example.com",
        "http://example.com.:81/, example.com:81",
        "http://10.1.2.3:8080, 10.1.2.3:8080",
        "http://[fd00::7]:8080, [fd00::7]:8080",
    })
    void takesWholeNamesAndAddresses(String url, String asked) {
        assertThat(configuration(Map.of("legacy.url", url))).contains("set $legacy " + asked + ";");
    }

    @Test
    void podsLieApartWhereFunctionsMayAndAsImportantAsThey() {
        JsonNode pod =
                rendered(
                                Map.of(
                                        "function.priorityClassName", "business-critical",
                                        "function.tolerations[0].key", "night",
                                        "function.tolerations[0].operator", "Exists",
                                        "function.nodeSelector.pool", "night"))
                        .get("Deployment", NAME)
                        .at(POD);

        assertThat(pod.path("priorityClassName").asText()).isEqualTo("business-critical");
        assertThat(pod.at("/tolerations/0/key").asText()).isEqualTo("night");
        assertThat(pod.at("/nodeSelector/pool").asText()).isEqualTo("night");
        assertThat(pod.path("topologySpreadConstraints")).hasSize(2);
        assertThat(
                        pod.at("/topologySpreadConstraints/0/labelSelector/matchLabels")
                                .get("app.kubernetes.io/name")
                                .asText())
                .isEqualTo("legacy-proxy");
    }

    private static String configuration(Map<String, ?> values) {
        return rendered(values).get("ConfigMap", NAME).at("/data/nginx.conf").asText();
    }

    private static Manifests rendered(Map<String, ?> values) {
        return Chart.demo(with(values, Map.of("legacyProxy.enabled", true)));
    }

    private static Map<String, Object> with(Map<String, ?> values, Map<String, ?> others) {
        Map<String, Object> all = new HashMap<>(values);
        all.putAll(others);
        return all;
    }
}
