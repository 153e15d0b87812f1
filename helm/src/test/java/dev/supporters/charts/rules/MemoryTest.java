package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.charts.rendering.Chart;
import dev.supporters.charts.rendering.Example;
import dev.supporters.charts.rendering.Folders;
import dev.supporters.charts.rendering.Manifests;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;
import java.util.regex.Pattern;

/** What a process may take of the memory that its container may have, and how long it may take to stop. */
class MemoryTest {

    private static final String OPTIONS = "JDK_JAVA_OPTIONS";
    private static final Example SMALL = Example.ALL.get(2);

    @ParameterizedTest
    @CsvSource({"512Mi, 128", "1Gi, 256", "1.5Gi, 384", "500M, 119", "536870912, 128"})
    void aJvmHasABoundForTheHeapAndOneForBuffers(String limit, int mebibytes) {
        Manifests manifests = Chart.demo(Map.of("functions.call.resources.limits.memory", limit));

        assertThat(manifests.variable("supporters-call", OPTIONS))
                .isEqualTo(
                        "-XX:+UseSerialGC -XX:MaxRAMPercentage=60 -XX:MaxDirectMemorySize="
                                + mebibytes
                                + "m");
    }

    /** The chart's options take the place of the image's: what is said there must be said here. */
    @Test
    void theOptionsOfTheImageAreAmongThose() {
        var image =
                Pattern.compile("<JDK_JAVA_OPTIONS>(.*)</JDK_JAVA_OPTIONS>")
                        .matcher(Folders.read(Folders.SERVICES.resolve("pom.xml")));

        assertThat(image.find()).isTrue();
        assertThat(Chart.demo(Map.of()).variable("supporters-call", OPTIONS))
                .startsWith(image.group(1) + " ");
    }

    @Test
    void aNativeExecutableHasABoundForTheHeap() {
        Manifests manifests = Chart.render(SMALL);
        JsonNode container =
                manifests
                        .get("Deployment", "supporters-call")
                        .at("/spec/template/spec/containers/0");

        assertThat(container.at("/resources/limits/memory").asText()).isEqualTo("256Mi");
        assertThat(container.at("/args/0").asText()).isEqualTo("-Xmx153m");
        assertThat(manifests.variable("supporters-call", OPTIONS)).isEqualTo("missing");
    }

    @Test
    void withoutABoundOfTheContainerNothingIsSaid() {
        Manifests manifests = Chart.demo(Map.of("function.resources.limits.memory", "null"));

        assertThat(manifests.variable("supporters-call", OPTIONS)).isEqualTo("missing");
    }

    @Test
    void operatorsHaveTheLastWord() {
        String name = "functions.call.env." + OPTIONS;

        assertThat(Chart.demo(Map.of(name, "-Xmx1g")).variable("supporters-call", OPTIONS))
                .isEqualTo("-Xmx1g");
    }

    @Test
    void theSmallExampleReservesWhatWasMeasuredInANight() {
        String readme = Folders.read(Folders.HELM.resolve("README.md"));
        int most =
                Pattern.compile("(?m)^\\| [a-z]+ \\| [\\d.]+ \\| \\d+ \\| \\d+ \\| (\\d+) \\|$")
                        .matcher(readme.substring(readme.indexOf("## Size it")))
                        .results()
                        .mapToInt(row -> Integer.parseInt(row.group(1)))
                        .max()
                        .orElseThrow();

        assertThat(Chart.render(SMALL).ofKind("Deployment"))
                .filteredOn(one -> one.at("/metadata/labels").has("supporters.dev/service"))
                .isNotEmpty()
                .extracting(one ->
                        one.at("/spec/template/spec/containers/0/resources/requests/memory")
                                .asText())
                .allSatisfy(reserved ->
                        assertThat(Integer.parseInt(reserved.replace("Mi", "")))
                                .isGreaterThanOrEqualTo(most));
    }

    @Test
    void drainsAsLongAsTheServicesThemselvesWould() {
        Manifests manifests = Chart.demo(Map.of());

        for (Map.Entry<String, String> one :
                Map.of(
                                "call",
                                "platform/src/main/resources/META-INF/microprofile-config.properties",
                                "gateway",
                                "gateway/src/main/resources/application.properties")
                        .entrySet()) {
            assertThat(Folders.read(Folders.SERVICES.resolve(one.getValue())).lines())
                    .contains(
                            "quarkus.shutdown.timeout="
                                    + manifests.variable(
                                            "supporters-" + one.getKey(),
                                            "QUARKUS_SHUTDOWN_TIMEOUT"));
        }
    }
}
