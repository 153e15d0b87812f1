package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.charts.rendering.Folders;
import dev.supporters.charts.rendering.Yaml;
import dev.supporters.charts.source.ShellScript;
import dev.supporters.charts.source.ShellScript.Ended;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What is published: made of what is known, scanned, signed, and each image with its SBOM and its provenance. */
class SupplyChainTest {

    private static final Path CI = Folders.ROOT.resolve(".ci");
    private static final String DIGEST = "sha256:" + "a".repeat(64);
    private static final String COMMIT = "c".repeat(40);
    private static final String PROVENANCE =
            "attest --yes --type slsaprovenance1 --predicate target/images/provenance.json ";
    private static final String BASE = "gcr.io/distroless/base-nossl-debian13:nonroot";

    @TempDir Path folder;
    private ShellScript shell;

    @BeforeEach
    void programs() {
        shell =
                new ShellScript(
                        folder,
                        Map.of(
                                "VERSION", "1.2.3",
                                "GITHUB_REPOSITORY", "Acme/It",
                                "GITHUB_ACTOR", "somebody",
                                "TOKEN", "none",
                                "GITHUB_SERVER_URL", "https://github.com",
                                "GITHUB_WORKFLOW_REF",
                                        "Acme/It/.github/workflows/release.yaml@refs/tags/v1.2.3",
                                "GITHUB_REF", "refs/tags/v1.2.3",
                                "GITHUB_SHA", COMMIT,
                                "GITHUB_RUN_ID", "7",
                                "GITHUB_RUN_ATTEMPT", "2"));
    }

    @Test
    void nothingIsPushedThatWasNotScanned() {
        JsonNode main = jobs("main");
        JsonNode release = jobs("release");

        assertThat(Yaml.texts(main.at("/push/needs"))).contains("scan");
        assertThat(main.at("/scan/needs").asText()).isEqualTo("images");
        assertThat(Yaml.texts(release.at("/publish/needs"))).contains("scan");
        assertThat(Yaml.texts(release.at("/scan/needs"))).containsExactly("native", "images");
        for (JsonNode scan : List.of(main.path("scan"), release.path("scan"))) {
            assertThat(scan.path("steps").findValuesAsText("run")).endsWith(".ci/scan");
            assertThat(scan.findValue("continue-on-error")).isNull();
            assertThat(scan.findValue("if")).isNull();
        }
    }

    @Test
    void whatBecameKnownSinceIsLookedForEachNight() {
        assertThat(jobs("nightly").at("/vulnerabilities/steps").findValuesAsText("run"))
                .endsWith(".ci/scan");
    }

    @Test
    void noScanNeedsASecret() {
        for (String workflow : List.of("main", "release")) {
            assertThat(jobs(workflow).path("scan").toString()).doesNotContain("secrets.");
        }
        assertThat(jobs("nightly").path("vulnerabilities").toString()).doesNotContain("secrets.");
    }

    @Test
    void aVulnerableImageFailsTheScanWhichGoesOnToTheOthers() throws Exception {
        // Given
        Path work = workplace("call", "work");
        shell.standIn(
                "osv-scanner",
                """
                echo "$*" >>'%s'
                case $* in *images/call.tar) exit 1 ;; esac
                """
                        .formatted(folder.resolve("asked.txt")));

        // When
        Ended scan = shell.run(work.resolve(".ci/scan"));

        // Then
        assertThat(scan.status()).isEqualTo(1);
        assertThat(scan.errors()).contains("vulnerable, or not scanned: target/images/call.tar\n");
        assertThat(Files.readAllLines(folder.resolve("asked.txt")))
                .containsExactly(
                        "scan image --config .ci/osv-scanner.toml --archive target/images/call.tar",
                        "scan source --config .ci/osv-scanner.toml --lockfile target/images/call.cdx.json",
                        "scan image --config .ci/osv-scanner.toml --archive target/images/work.tar",
                        "scan source --config .ci/osv-scanner.toml --lockfile target/images/work.cdx.json");
    }

    @Test
    void imagesWithoutKnownVulnerabilitiesPass() throws Exception {
        Path work = workplace("call");
        shell.standIn("osv-scanner", "exit 0");

        assertThat(shell.run(work.resolve(".ci/scan")).status()).isZero();
    }

    @Test
    void aScanOfNothingOrOfAnImageWithoutItsSbomFails() throws Exception {
        shell.standIn("osv-scanner", "exit 0");
        Path nothing = workplace();
        Path incomplete = workplace("call");
        Files.delete(incomplete.resolve("target/images/call.cdx.json"));

        assertThat(shell.run(nothing.resolve(".ci/scan")).errors()).contains("has no image");
        assertThat(shell.run(incomplete.resolve(".ci/scan")).errors())
                .contains("target/images/call.cdx.json is missing");
    }

    @Test
    void imagesAreMadeOfABaseByItsDigest() throws Exception {
        shell.standIn(
                "skopeo",
                """
                [ "$*" = "inspect --no-tags --format {{.Digest}} docker://%s" ] || exit 1
                echo %s
                """
                        .formatted(BASE, DIGEST));

        String base = shell.run(Folders.HELM.resolve("images.sh"), "--print-base").printed();
        assertThat(base).isEqualTo(BASE + "\n");
        assertThat(shell.run(CI.resolve("pinned"), BASE).printed())
                .isEqualTo(BASE + "@" + DIGEST + "\n");
        assertThat(shell.run(CI.resolve("pinned"), BASE + "@" + DIGEST).printed())
                .isEqualTo(BASE + "@" + DIGEST + "\n");
        for (String workflow : List.of("main", "release", "nightly")) {
            assertThat(Folders.read(file(workflow)))
                    .contains("base=$(.ci/pinned \"$(helm/images.sh --print-base)\")")
                    .containsPattern("helm/images.sh .*--base \"\\$(BASE|base)\"");
        }
        assertThat(Folders.read(file("native")))
                .contains("base=$(.ci/pinned \"$(helm/images.sh --native --print-base)\")")
                .contains("--base \"$BASE\"", "builder-image=$BUILDER");
    }

    @Test
    void withoutADigestNothingIsMade() throws Exception {
        shell.standIn("skopeo", "echo latest");
        assertThat(shell.run(CI.resolve("pinned"), BASE))
                .isEqualTo(
                        new Ended(
                                1,
                                "",
                                ".ci/pinned: " + BASE + ": found latest, expected a digest\n"));

        shell.standIn("skopeo", "exit 1");
        assertThat(shell.run(CI.resolve("pinned"), BASE).status()).isEqualTo(1);
    }

    @Test
    void aReleaseSignsEachImageAndAttestsItsSbomAndItsProvenance() throws Exception {
        // Given
        Path work = workplace("call", "work");
        standInsOfARelease("exit 0");

        // When
        Ended release = shell.runLines(pushing("release"), work);

        // Then
        assertThat(release.status()).as(release.errors()).isZero();
        assertThat(Files.readAllLines(folder.resolve("cosign.txt")))
                .containsExactly(
                        "sign --yes ghcr.io/acme/it/call@" + DIGEST,
                        "attest --yes --type cyclonedx --predicate target/images/call.cdx.json ghcr.io/acme/it/call@"
                                + DIGEST,
                        PROVENANCE + "ghcr.io/acme/it/call@" + DIGEST,
                        "sign --yes ghcr.io/acme/it/work@" + DIGEST,
                        "attest --yes --type cyclonedx --predicate target/images/work.cdx.json ghcr.io/acme/it/work@"
                                + DIGEST,
                        PROVENANCE + "ghcr.io/acme/it/work@" + DIGEST);
    }

    @Test
    void theProvenanceSaysWhichWorkflowMadeItOfWhichCommit() throws Exception {
        JsonNode provenance = Yaml.tree(shell.run(CI.resolve("provenance")).printed());

        assertThat(
                        provenance
                                .at("/buildDefinition/resolvedDependencies/0/digest/gitCommit")
                                .asText())
                .isEqualTo(COMMIT);
        assertThat(provenance.at("/buildDefinition/externalParameters/workflow/path").asText())
                .isEqualTo(".github/workflows/release.yaml");
        assertThat(provenance.at("/runDetails/builder/id").asText())
                .isEqualTo(
                        "https://github.com/Acme/It/.github/workflows/release.yaml@refs/tags/v1.2.3");
        assertThat(provenance.at("/runDetails/metadata/invocationId").asText())
                .isEqualTo("https://github.com/Acme/It/actions/runs/7/attempts/2");
    }

    @Test
    void imagesOfMainAreSignedAndHaveTheirProvenance() throws Exception {
        Path work = workplace("call");
        standInsOfARelease("exit 0");

        Ended main = shell.runLines(pushing("main"), work);

        assertThat(main.status()).as(main.errors()).isZero();
        assertThat(Files.readAllLines(folder.resolve("cosign.txt")))
                .contains(
                        "sign --yes ghcr.io/acme/it/call@" + DIGEST,
                        PROVENANCE + "ghcr.io/acme/it/call@" + DIGEST);
    }

    @Test
    void aReleaseWithoutAnAttestationFails() throws Exception {
        Path work = workplace("call");
        standInsOfARelease("[ \"$1\" != attest ]");

        assertThat(shell.runLines(pushing("release"), work).status()).isEqualTo(1);
    }

    @Test
    void anImageWithoutAnSbomIsNotPushed() throws Exception {
        Path work = workplace("call");
        Files.delete(work.resolve("target/images/call.cdx.json"));
        standInsOfARelease("exit 0");

        Ended release = shell.runLines(pushing("release"), work);

        assertThat(release.status()).isEqualTo(1);
        assertThat(release.errors()).contains("target/images/call.cdx.json is missing");
        assertThat(folder.resolve("cosign.txt")).doesNotExist();
    }

    private void standInsOfARelease(String cosign) {
        shell.standIn("skopeo", "printf %s '" + DIGEST + "' >target/images/digest.txt");
        shell.standIn(
                "cosign", "echo \"$*\" >>'" + folder.resolve("cosign.txt") + "'\n" + cosign + "\n");
    }

    /** The scripts, beside images of services with their SBOMs. */
    private Path workplace(String... services) throws IOException {
        Path work = Files.createTempDirectory(folder, "work");
        for (String script : List.of(".ci/scan", ".ci/provenance", "helm/push-images.sh")) {
            Path copy = work.resolve(script);
            Files.createDirectories(copy.getParent());
            Files.copy(Folders.ROOT.resolve(script), copy);
        }
        Path images = Files.createDirectories(work.resolve("target/images"));
        for (String service : services) {
            Files.writeString(images.resolve(service + ".tar"), "image");
            Files.writeString(images.resolve(service + ".cdx.json"), "{}");
        }
        return work;
    }

    private static String pushing(String workflow) {
        return jobs(workflow)
                .at(workflow.equals("main") ? "/push/steps" : "/publish/steps")
                .valueStream()
                .map(step -> step.path("run").asText())
                .filter(lines -> lines.contains("push-images.sh"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode jobs(String workflow) {
        return Yaml.tree(Folders.read(file(workflow))).path("jobs");
    }

    private static Path file(String workflow) {
        return Folders.ROOT.resolve(".github/workflows/" + workflow + ".yaml");
    }
}
