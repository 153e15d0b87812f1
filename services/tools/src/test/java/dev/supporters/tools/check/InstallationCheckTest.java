package dev.supporters.tools.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.contract.Place;
import dev.supporters.embedded.FreePorts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

@Timeout(30)
class InstallationCheckTest {

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofSeconds(20);

    /** Long enough for some calls, also on a slow machine. */
    private static final Duration SHORT = Duration.ofSeconds(4);

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void passesWhenTheCallIsDecided() throws Exception {
        try (FakeGraphQlGateway gateway =
                FakeGraphQlGateway.start(0)
                        .shows(
                                FakeGraphQlGateway.REQUESTED,
                                FakeGraphQlGateway.REQUESTED,
                                FakeGraphQlGateway.GENERAL)) {
            boolean passes = check(gateway.url(), LONG).passes();

            assertThat(passes).isTrue();
            assertThat(steps())
                    .containsExactly(
                            "gateway: " + gateway.url(),
                            "token: there",
                            "call 912: requested, REQUESTED",
                            "call 912: decided, GENERAL NO_POLICY",
                            "call 912: cancelled",
                            "passed");
        }
    }

    @Test
    void asksForACallThatCostsNothing() throws Exception {
        try (FakeGraphQlGateway gateway =
                FakeGraphQlGateway.start(0).shows(FakeGraphQlGateway.GENERAL)) {
            check(gateway.url(), LONG).passes();

            JsonNode input = gateway.inputs().getFirst();
            assertThat(input.path("userId").asText()).isEqualTo("helm-test");
            assertThat(input.path("userName").asText()).isEqualTo("helm test");
            assertThat(input.path("fare").asInt(-1)).isZero();
            assertThat(input.path("distance").asInt()).isBetween(8_200, 8_250);
            assertThat(input.path("origin").path("lat").textValue()).isEqualTo("37.5665");
            assertThat(input.path("destination").path("lng").textValue()).isEqualTo("127.0473");
            assertThat(input.path("clientMutationId").asText()).hasSize(36);
            assertThat(gateway.inputs().getLast().path("callId").asText()).isEqualTo("912");
            assertThat(gateway.authorizations()).containsOnly("Bearer t");
        }
    }

    @Test
    void asksForAnotherCallNextTime() throws Exception {
        try (FakeGraphQlGateway gateway =
                FakeGraphQlGateway.start(0).shows(FakeGraphQlGateway.GENERAL)) {
            check(gateway.url(), LONG).passes();
            check(gateway.url(), LONG).passes();

            assertThat(gateway.inputs().stream().map(input -> input.path("clientMutationId")))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void failsWhenTheCallIsNeverDecidedAndCancelsItAllTheSame() throws Exception {
        try (FakeGraphQlGateway gateway =
                FakeGraphQlGateway.start(0).shows(FakeGraphQlGateway.REQUESTED)) {
            boolean passes = check(gateway.url(), SHORT).passes();

            assertThat(passes).isFalse();
            assertThat(steps())
                    .endsWith(
                            "call 912: REQUESTED, no path within 4 s",
                            "call 912: cancelled",
                            "FAILED");
        }
    }

    @Test
    void placesAnotherCallWhenOneGoesAroundUs() throws Exception {
        try (FakeGraphQlGateway gateway =
                FakeGraphQlGateway.start(0)
                        .takes(FakeGraphQlGateway.AROUND, FakeGraphQlGateway.REQUESTED)
                        .shows(FakeGraphQlGateway.GENERAL)) {
            boolean passes = check(gateway.url(), LONG).passes();

            assertThat(passes).isTrue();
            assertThat(steps())
                    .containsSubsequence(
                            "call 912: requested, GENERAL",
                            "call 912: NOT decided, GENERAL CALL_UNAVAILABLE: the service `call` did not answer",
                            "call 912: cancelled",
                            "call 912: requested, REQUESTED",
                            "call 912: decided, GENERAL NO_POLICY",
                            "call 912: cancelled",
                            "passed");
            assertThat(gateway.inputs().stream().map(input -> input.path("clientMutationId")))
                    .hasSize(4)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void failsWhenAllCallsGoAroundUs() throws Exception {
        try (FakeGraphQlGateway gateway =
                FakeGraphQlGateway.start(0).takes(FakeGraphQlGateway.AROUND)) {
            boolean passes = check(gateway.url(), SHORT).passes();

            assertThat(passes).isFalse();
            assertThat(steps())
                    .endsWith(
                            "call 912: NOT decided, GENERAL CALL_UNAVAILABLE: the service `call` did not answer",
                            "call 912: cancelled",
                            "the service `call` did not answer the gateway within 4 s (expected: a call that is decided)",
                            "FAILED");
            assertThat(gateway.inputs()).hasSizeBetween(4, 50);
        }
    }

    @Test
    void aCallIsAlsoDecidedByACommand() throws Exception {
        String commanded =
                "{\"callId\":\"912\",\"status\":\"COMMANDED\",\"path\":\"SUPPORTERS\",\"reason\":null}";
        try (FakeGraphQlGateway gateway = FakeGraphQlGateway.start(0).shows(commanded)) {
            boolean passes = check(gateway.url(), LONG).passes();

            assertThat(passes).isTrue();
            assertThat(steps()).contains("call 912: decided, SUPPORTERS");
        }
    }

    @Test
    void failsWhenTheCallStays() throws Exception {
        try (FakeGraphQlGateway gateway =
                FakeGraphQlGateway.start(0)
                        .shows(FakeGraphQlGateway.GENERAL)
                        .refusesToCancel("CALL_PICKED_UP")) {
            boolean passes = check(gateway.url(), LONG).passes();

            assertThat(passes).isFalse();
            assertThat(steps())
                    .endsWith("call 912: NOT cancelled: refused: CALL_PICKED_UP no", "FAILED");
        }
    }

    @Test
    void waitsForAGatewayThatIsNotThereYet() throws Exception {
        int port = FreePorts.take();
        InstallationCheck check = check(URI.create("http://127.0.0.1:" + port), LONG);
        CompletableFuture<Boolean> passes = CompletableFuture.supplyAsync(() -> run(check));
        await().until(() -> said.toString(UTF_8).contains("gateway: "));

        try (FakeGraphQlGateway gateway =
                FakeGraphQlGateway.start(port).shows(FakeGraphQlGateway.GENERAL)) {
            assertThat(passes.get(20, TimeUnit.SECONDS)).isTrue();
            assertThat(gateway.inputs()).hasSize(2);
        }
    }

    @Test
    void asksAnIllGatewayAgainForTheSameCall() throws Exception {
        try (FakeGraphQlGateway gateway =
                FakeGraphQlGateway.start(0)
                        .isIll("<html>starting</html>", "starting")
                        .shows(FakeGraphQlGateway.GENERAL)) {
            boolean passes = check(gateway.url(), LONG).passes();

            assertThat(passes).isTrue();
            assertThat(gateway.inputs()).hasSize(4);
            assertThat(gateway.inputs().subList(0, 3).stream().distinct()).hasSize(1);
        }
    }

    @Test
    void failsWhenNobodyAnswersWithinTheTime() throws Exception {
        URI nobody = URI.create("http://127.0.0.1:" + FreePorts.take());

        boolean passes = check(nobody, Duration.ofSeconds(1)).passes();

        assertThat(passes).isFalse();
        assertThat(steps()).last().asString().startsWith("token: no answer within 1 s; last: ");
    }

    private InstallationCheck check(URI gateway, Duration within) {
        CheckSettings settings =
                new CheckSettings(
                        gateway,
                        within,
                        new Place("37.5665", "126.9780", "", ""),
                        new Place("37.5172", "127.0473", "", ""),
                        new TokenSource.Issuer(gateway.resolve("/token?role=service")));
        return new InstallationCheck(settings, PAUSE, new PrintStream(said, true, UTF_8));
    }

    private static boolean run(InstallationCheck check) {
        try {
            return check.passes();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Without the time before each. */
    private List<String> steps() {
        return said.toString(UTF_8)
                .lines()
                .map(line -> line.substring(line.indexOf(" s  ") + " s  ".length()))
                .toList();
    }
}
