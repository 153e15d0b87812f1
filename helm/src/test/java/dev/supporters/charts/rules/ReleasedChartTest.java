package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;

import dev.supporters.charts.rendering.Chart;
import dev.supporters.charts.rendering.Folders;
import dev.supporters.charts.rendering.Manifests;
import dev.supporters.charts.source.Functions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The chart that `helm/release-chart.sh` makes of what has been pushed. */
class ReleasedChartTest {

    private static final String REPOSITORY = "registry.example.com/night/supporters";
    private static final String OTHER = "sha256:" + "f".repeat(64);

    private final Map<String, String> digests = new TreeMap<>();

    @TempDir private Path folder;

    @BeforeEach
    void eachImageIsPushedOnceForTheJvmAndOnceNative() {
        Stream.concat(Functions.services().stream(), Stream.of("legacy"))
                .flatMap(service -> Stream.of(service, service + "-native"))
                .forEach(image -> digests.put(image, digest(digests.size())));
        digests.put("tools", digest(digests.size()));
        digests.put("training", digest(digests.size()));
    }

    @Test
    void pullsEveryImageFromWhereItWasPushedByItsDigest() throws Exception {
        release();

        List<String> images = images(rendered(Map.of()));

        assertThat(images)
                .isNotEmpty()
                .allSatisfy(image -> {
                    String service = image.replaceFirst(".*/([a-z]+):.*", "$1");
                    assertThat(image)
                            .startsWith(REPOSITORY + "/" + service + ":")
                            .endsWith("@" + digests.get(service));
                });
    }

    @Test
    void aNativeImageHasADigestOfItsOwn() throws Exception {
        release();

        assertThat(images(rendered(Map.of("image.variant", "native"))))
                .filteredOn(image -> image.startsWith(REPOSITORY + "/call:"))
                .isNotEmpty()
                .allSatisfy(image ->
                        assertThat(image).endsWith("-native@" + digests.get("call-native")));
    }

    @Test
    void anotherTagIsAnotherImage() throws Exception {
        release();

        assertThat(images(rendered(Map.of("image.tag", "v7"))))
                .contains(REPOSITORY + "/call:v7")
                .noneMatch(image -> image.contains("@"));
        assertThat(images(rendered(Map.of("functions.call.image.tag", "v7"))))
                .contains(REPOSITORY + "/call:v7")
                .anyMatch(image -> image.endsWith("@" + digests.get("routing")));
    }

    @Test
    void aMirrorHasTheSameDigests() throws Exception {
        release();

        assertThat(
                        images(
                                rendered(
                                        Map.of(
                                                "image.registry",
                                                "mirror.example.com",
                                                "image.repository",
                                                "night"))))
                .allSatisfy(image -> assertThat(image).startsWith("mirror.example.com/night/"))
                .anyMatch(image -> image.endsWith("@" + digests.get("routing")));
    }

    @Test
    void digestsMayAlsoBeGiven() {
        List<String> images =
                images(
                        Chart.demo(
                                Map.of(
                                        "image.digests.call",
                                        digests.get("call"),
                                        "functions.call-hold.image.digest",
                                        OTHER)));

        assertThat(images)
                .contains(
                        "supporters/call:1.0.0-SNAPSHOT@" + digests.get("call"),
                        "supporters/call:1.0.0-SNAPSHOT@" + OTHER,
                        "supporters/routing:1.0.0-SNAPSHOT");
    }

    @Test
    void nothingIsReleasedWithoutAllItsImages() throws Exception {
        digests.remove("tools");

        assertThat(run()).contains("found no image tools");
    }

    private void release() throws Exception {
        assertThat(run()).isEmpty();
    }

    /** What the script says. */
    private String run() throws IOException, InterruptedException {
        Path pushed = folder.resolve("pushed.txt");
        Folders.write(
                pushed,
                digests.entrySet().stream()
                        .map(image ->
                                "%s/%s@%s target/images/%s.cdx.json\n"
                                        .formatted(
                                                REPOSITORY,
                                                image.getKey().replace("-native", ""),
                                                image.getValue(),
                                                image.getKey()))
                        .collect(Collectors.joining()));
        Process script =
                new ProcessBuilder(
                                "bash",
                                Folders.HELM.resolve("release-chart.sh").toString(),
                                REPOSITORY,
                                pushed.toString(),
                                folder.resolve("chart").toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        script.waitFor();
        return said;
    }

    private Manifests rendered(Map<String, ?> values) {
        var command =
                new Helm(Chart.withoutCluster(folder.resolve("chart")))
                        .template()
                        .withName("night")
                        .withKubeVersion(Chart.CURRENT)
                        .set("demo.enabled", true);
        values.forEach(command::set);
        return Manifests.of(command.call());
    }

    private static List<String> images(Manifests manifests) {
        return manifests.containers().map(one -> one.path("image").asText()).toList();
    }

    private static String digest(int number) {
        return "sha256:%064x".formatted(number);
    }
}
