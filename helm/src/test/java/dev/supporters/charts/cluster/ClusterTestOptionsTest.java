package dev.supporters.charts.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.charts.rendering.Folders;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class ClusterTestOptionsTest {

    private static final Path HELM = Path.of("/project/helm");

    @Test
    void hasTheseDefaults() {
        ClusterTestOptions options = ClusterTestOptions.parse(HELM, List.of());

        assertThat(options.chart()).isEqualTo(Path.of("/project/helm/supporters"));
        assertThat(options.values())
                .containsExactly("--values", "/project/helm/examples/demo/values.yaml");
        assertThat(options.images()).isEqualTo(Path.of("/project/target/images"));
        assertThat(options.namespace()).isEqualTo("supporters-test");
        assertThat(options.release()).isEqualTo("supporters");
        assertThat(options.load()).isEmpty();
        assertThat(options.requestsAreForwarded()).isTrue();
        assertThat(options.workers()).isEqualTo(2);
        assertThat(options.timeout()).isEqualTo(Duration.ofMinutes(10));
        assertThat(options.report()).isEmpty();
        assertThat(options.keep()).isFalse();
    }

    @Test
    void addsValuesInTheirOrder() {
        ClusterTestOptions options =
                ClusterTestOptions.parse(
                        HELM, List.of("--values", "more.yaml", "--keep", "--set", "image.tag=1"));

        assertThat(options.values()).endsWith("--values", "more.yaml", "--set", "image.tag=1");
        assertThat(options.keep()).isTrue();
    }

    @Test
    void withTlsTheChartTakesTheCertificateThatTheTestMakes() {
        ClusterTestOptions options =
                ClusterTestOptions.parse(HELM, List.of("--tls", "--set", "image.tag=1"));

        assertThat(options.values())
                .endsWith(
                        "--set",
                        "image.tag=1",
                        "--set",
                        "tls.mode=existing",
                        "--set",
                        "tls.existingSecret=" + options.tlsSecret().orElseThrow());
        assertThat(ClusterTestOptions.parse(HELM, List.of()).tlsSecret()).isEmpty();
    }

    @Test
    void aCertificateHasTheNamesOfAllFunctions() throws IOException {
        String edges = Files.readString(Folders.SUPPORTERS.resolve("edges.yaml"));

        assertThat(TestCertificate.names(edges, "night"))
                .contains("night-call", "night-routing-results", "night-zone")
                .doesNotHaveDuplicates();
    }

    @Test
    void splitsCommandsIntoWords() {
        ClusterTestOptions options =
                ClusterTestOptions.parse(
                        HELM,
                        List.of("--load", "kind load  image-archive", "--load-image", "curl:1"));

        assertThat(options.load()).containsExactly("kind", "load", "image-archive");
        assertThat(options.requestsAreForwarded()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--workers 0", "--timeout soon", "--nonsense 1", "--release"})
    void refusesWhatItDoesNotUnderstand(String arguments) {
        assertThatThrownBy(() -> ClusterTestOptions.parse(HELM, List.of(arguments.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(arguments.split(" ")[0]);
    }
}
