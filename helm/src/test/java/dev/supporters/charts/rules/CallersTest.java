package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.charts.rendering.Chart;
import dev.supporters.charts.rendering.Example;
import dev.supporters.charts.rendering.Folders;
import dev.supporters.charts.rendering.Manifests;
import dev.supporters.charts.source.CallersTable;
import dev.supporters.charts.source.Functions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Who may call which method, and by which token a function knows it. */
class CallersTest {

    private static final String COMPANY = "company";
    private static final String DIGEST = "0".repeat(64);
    private static final Manifests PRODUCTION = Chart.render(Example.ALL.get(1));

    /** An edge that no method needs, and a method that is allowed where no edge is, are mistakes alike. */
    @Test
    void theCallersOfAServicesMethodsAreThoseThatHaveAnEdgeToIt() {
        for (String service : CallersTable.services()) {
            TreeSet<String> allowed = new TreeSet<>(CallersTable.of(service).allowed());
            allowed.remove(COMPANY);

            assertThat(allowed).as("callers.csv of %s", service).isEqualTo(callersByEdges(service));
        }
    }

    @Test
    void everyServiceThatIsCalledOverGrpcHasATable() {
        TreeSet<String> called = new TreeSet<>();
        Functions.services().forEach(service -> called.addAll(Functions.callsOf(service)));

        assertThat(CallersTable.services()).isEqualTo(called);
    }

    @Test
    void aFunctionIsToldTheDigestsOfItsCallersAndOfNobodyElse() {
        for (String name : Functions.names()) {
            String service = Functions.get(name).path("service").asText();
            TreeSet<String> expected = callersByEdges(service);
            if (!expected.isEmpty()) {
                expected.add(COMPANY);
            }
            String told = PRODUCTION.variable("supporters-" + name, "SUPPORTERS_SERVICE_CALLERS");

            assertThat(
                            told.equals("missing")
                                    ? new TreeSet<String>()
                                    : new TreeSet<>(
                                            List.of(told.split(",")).stream()
                                                    .map(entry -> entry.split(":", -1)[0])
                                                    .toList()))
                    .as(name)
                    .isEqualTo(expected);
        }
    }

    @Test
    void aFunctionThatCallsOthersShowsItsServicesOwnToken() {
        assertThat(secretOf(PRODUCTION, "supporters-call-hold", "SUPPORTERS_SERVICE_TOKEN"))
                .isEqualTo("supporters-callers/call");
        assertThat(secretOf(PRODUCTION, "supporters-gateway", "SUPPORTERS_SERVICE_TOKEN"))
                .isEqualTo("supporters-callers/gateway");
        assertThat(secretOf(PRODUCTION, "supporters-policy", "SUPPORTERS_SERVICE_TOKEN"))
                .isEqualTo("supporters-tokens/service-token");
    }

    @Test
    void withoutTokensOfTheirOwnAllShowTheSame() {
        Manifests demo = Chart.demo(Map.of());

        assertThat(secretOf(demo, "supporters-gateway", "SUPPORTERS_SERVICE_TOKEN"))
                .isEqualTo("supporters-tokens/service-token");
        assertThat(demo.variable("supporters-call", "SUPPORTERS_SERVICE_CALLERS"))
                .isEqualTo("missing");
    }

    /** Pods that show the token of all, and pods that show their own, let each other in. */
    @Test
    void onTheWayToTokensOfTheirOwnTheTokenOfAllIsLetIn() {
        Manifests known = Chart.demo(values("known", List.copyOf(callers())));

        assertThat(secretOf(known, "supporters-gateway", "SUPPORTERS_SERVICE_TOKEN"))
                .isEqualTo("supporters-tokens/service-token");
        assertThat(secretOf(known, "supporters-call", "SUPPORTERS_SERVICE_OTHER_TOKEN"))
                .isEqualTo("supporters-tokens/service-token");
        assertThat(known.variable("supporters-call", "SUPPORTERS_SERVICE_CALLERS"))
                .contains("gateway:" + DIGEST);
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> Chart.demo(values("known", List.of("gateway"))))
                .hasMessageContaining("tokens.callers.digests.")
                .hasMessageContaining("found nothing");
        assertThatThrownBy(() -> Chart.demo(values("own", List.copyOf(callers()))))
                .hasMessageContaining("tokens.callers.existingSecret: found nothing");
    }

    @Test
    void theScriptMakesATokenForEachServiceAndPrintsItsDigest(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path tokens = folder.resolve("callers");
        Process script =
                new ProcessBuilder(
                                "bash",
                                Folders.HELM.resolve("caller-tokens.sh").toString(),
                                tokens.toString())
                        .start();
        String printed = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(script.waitFor()).isZero();
        for (String caller : callers()) {
            byte[] token = Files.readAllBytes(tokens.resolve(caller));
            assertThat(token).hasSize(64);
            assertThat(printed).contains("      " + caller + ": [" + digest(token) + "]\n");
        }
        assertThat(printed.lines()).hasSize(3 + callers().size());
    }

    /** All that call another service. */
    private static TreeSet<String> callers() {
        TreeSet<String> callers = new TreeSet<>();
        for (String service : Functions.services()) {
            if (!Functions.callsOf(service).isEmpty()) {
                callers.add(service);
            }
        }
        return callers;
    }

    private static TreeSet<String> callersByEdges(String service) {
        TreeSet<String> callers = new TreeSet<>();
        for (String caller : Functions.services()) {
            if (Functions.callsOf(caller).contains(service)) {
                callers.add(caller);
            }
        }
        return callers;
    }

    private static Map<String, Object> values(String mode, List<String> callers) {
        Map<String, Object> values = new HashMap<>();
        values.put("tokens.callers.mode", mode);
        callers.forEach(caller -> values.put("tokens.callers.digests." + caller + "[0]", DIGEST));
        return values;
    }

    private static String secretOf(Manifests manifests, String deployment, String variable) {
        return manifests.get("Deployment", deployment).findValues("env").stream()
                .flatMap(env -> env.valueStream())
                .filter(one -> one.path("name").asText().equals(variable))
                .map(one -> one.at("/valueFrom/secretKeyRef"))
                .map(one -> one.path("name").asText() + "/" + one.path("key").asText())
                .findFirst()
                .orElse("missing");
    }

    private static String digest(byte[] token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
