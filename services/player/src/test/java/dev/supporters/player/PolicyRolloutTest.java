package dev.supporters.player;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.supporters.player.RolloutFigures.MeasuredRollout;
import dev.supporters.player.client.GatewaySchema;
import dev.supporters.simulation.Night;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.Population;
import dev.supporters.simulation.SeoulNight;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/** How long policies take to be everywhere, against services that tell by their metrics how far they are. */
class PolicyRolloutTest {

    private static final NightParameters PARAMETERS =
            NightParameters.overriddenBy("{\"calls\": 3, \"callsSigma\": 0}");
    private static final Night NIGHT = SeoulNight.of(LocalDate.of(2026, 11, 20), PARAMETERS, 1);

    /** 2026-11-20T16:00:00.250Z. */
    private static final double PUT = 1_795_190_400.250;

    private static final Duration LONG = Duration.ofMinutes(1);

    private ScriptedGateway gateway;
    private HttpServer services;
    private final Map<String, AtomicInteger> looks = new ConcurrentHashMap<>();

    @BeforeEach
    void start() throws IOException {
        gateway = new ScriptedGateway();
        gateway.answer(
                "PutPolicy",
                (operator, variables) ->
                        "{\"putPolicy\": {\"policy\": {\"version\": \"1\", \"updatedAt\": \"2026-11-20T16:00:00.250Z\"}}}");
        services = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        services.start();
    }

    @AfterEach
    void stop() {
        services.stop(0);
        gateway.close();
    }

    @Test
    void aPolicyIsEverywhereWhenTheLastServiceThatFollowsPoliciesHasIt()
            throws InterruptedException {
        // Given: the first look tells who follows policies
        URI work = follower("work", look -> look < 2 ? PUT - 60 : PUT);
        URI zone = follower("zone", look -> look < 4 ? PUT - .001 : PUT + 5);
        URI settlement = service("settlement", "jvm_threads 7.0\n");

        // When
        RolloutFigures figures =
                measure(1, LONG, Map.of("work", work, "zone", zone, "settlement", settlement));

        // Then
        assertThat(figures.problems()).isEmpty();
        assertThat(figures.rollouts())
                .singleElement()
                .satisfies(rollout -> {
                    assertThat(rollout.times()).containsOnlyKeys("work", "zone");
                    assertThat(rollout.longest()).isEqualTo(rollout.times().get(rollout.slowest()));
                });
        assertThat(looks.get("zone")).hasValue(5);
        assertThat(looks.get("work")).hasValue(3);
    }

    @Test
    void theServiceThatHasItLastIsTheSlowestOfSeveralTheFirstByName() {
        MeasuredRollout rollout =
                new MeasuredRollout(
                        Map.of(
                                "work",
                                Duration.ofMillis(40),
                                "zone",
                                Duration.ofMillis(90),
                                "call",
                                Duration.ofMillis(90)));

        assertThat(rollout.slowest()).isEqualTo("call");
        assertThat(rollout.longest()).isEqualTo(Duration.ofMillis(90));
    }

    @Test
    void aServiceThatNeverHasItIsNamedAndEndsTheMeasurement() throws InterruptedException {
        // Given
        URI work = follower("work", look -> PUT);
        URI zone = follower("zone", look -> PUT - 60);

        // When
        RolloutFigures figures =
                measure(3, Duration.ofMillis(1), Map.of("work", work, "zone", zone));

        // Then
        assertThat(figures.rollouts()).isEmpty();
        assertThat(figures.problems()).containsExactly("zone had no new policy within 1 ms");
        assertThat(gateway.asked("PutPolicy")).hasSize(1);
    }

    @Test
    void saysThatThePolicyWasRefused() throws InterruptedException {
        // Given
        gateway.refuse("PutPolicy", "PERMISSION_DENIED");

        // When
        RolloutFigures figures = measure(2, LONG, Map.of("work", follower("work", look -> PUT)));

        // Then
        assertThat(figures.problems())
                .containsExactly("the gateway put no policy: PERMISSION_DENIED");
    }

    @Test
    void saysThatAServiceIsAwayAndPutsNothing() throws InterruptedException {
        // Given
        URI away = follower("zone", look -> PUT);
        services.stop(0);

        // When
        RolloutFigures figures = measure(2, LONG, Map.of("zone", away));

        // Then
        assertThat(figures.problems())
                .containsExactly(
                        "zone does not tell its metrics",
                        "no service tells how far it follows policies");
        assertThat(gateway.requests()).isEmpty();
    }

    @Test
    void namesAServiceThatDoesNotAnswerAndMeasuresTheOthers() throws InterruptedException {
        // Given
        URI work = follower("work", look -> PUT);
        URI broken = work.resolve("/nobody/metrics");

        // When
        RolloutFigures figures = measure(2, LONG, Map.of("work", work, "zone", broken));

        // Then
        assertThat(figures.rollouts()).hasSize(2);
        assertThat(figures.problems()).containsExactly("zone does not tell its metrics");
    }

    @Test
    void theGatewayTakesWhatIsPutAndEachIsAnotherPolicy() throws InterruptedException {
        // When
        RolloutFigures figures = measure(2, LONG, Map.of("work", follower("work", look -> PUT)));

        // Then
        assertThat(figures.rollouts()).hasSize(2);
        for (JsonNode request : gateway.requests()) {
            assertThat(
                            GatewaySchema.problems(
                                    request.path("query").asText(), request.path("variables")))
                    .isEmpty();
        }
        assertThat(gateway.asked("PutPolicy"))
                .extracting(input -> input.path("clientMutationId").asText())
                .doesNotHaveDuplicates();
    }

    private RolloutFigures measure(int policies, Duration longest, Map<String, URI> metrics)
            throws InterruptedException {
        NightSetup setup =
                new NightSetup(
                        NIGHT,
                        PARAMETERS,
                        1,
                        Population.of(NIGHT, PARAMETERS, 1, 2, 0),
                        new StandingClock(NIGHT.windowEnd()),
                        new PollingIntervals(60, 2, 0),
                        gateway.uri(),
                        gateway.uri(),
                        "token",
                        (subject, role) -> subject,
                        progress -> {});
        return new PolicyRollout(setup, metrics, longest).measure(policies);
    }

    /** A service whose newest event of a policy is of then, by the number of the look. */
    private URI follower(String name, IntToDoubleFunction newest) {
        looks.put(name, new AtomicInteger());
        return serve(
                name,
                () ->
                        """
                        # TYPE supporters_topic_reader_newest_event_seconds gauge
                        supporters_topic_reader_newest_event_seconds{application="x",topic="supporters.work.v1"} 9.9E9
                        supporters_topic_reader_newest_event_seconds{application="x",topic="supporters.policies.v1"} %s
                        """
                                .formatted(
                                        newest.applyAsDouble(looks.get(name).getAndIncrement())));
    }

    private URI service(String name, String metrics) {
        return serve(name, () -> metrics);
    }

    private URI serve(String name, Supplier<String> metrics) {
        services.createContext("/" + name, exchange -> answer(exchange, metrics.get()));
        return URI.create(
                "http://127.0.0.1:" + services.getAddress().getPort() + "/" + name + "/q/metrics");
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
