package dev.supporters.player;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.supporters.player.WaitFigures.ToldAlert;
import dev.supporters.player.WaitFigures.ToldNumber;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is asked of services that tell what waits in them, and for how long. */
class WaitFiguresReaderTest {

    private static final NightParameters PARAMETERS =
            NightParameters.overriddenBy("{\"calls\": 3, \"callsSigma\": 0}");
    private static final Night NIGHT = SeoulNight.of(LocalDate.of(2026, 11, 20), PARAMETERS, 1);
    private static final String CALL =
            """
            # TYPE process_start_time_seconds gauge
            process_start_time_seconds 1.795190400E9
            supporters_call_follow_ups_oldest_seconds 0.0
            supporters_call_held_overdue_seconds 0.0
            supporters_call_parked %d
            supporters_outbox_oldest_seconds{collection="calls"} %d
            supporters_events_waiting_seconds{topic="supporters.activity.v1"} 0.0
            supporters_events_total{result="dead",topic="supporters.activity.v1"} 2.0
            supporters_events_total{result="handled",topic="supporters.activity.v1"} 900.0
            """;

    private final CountedPauses waits = new CountedPauses();
    private final Map<String, List<URI>> metrics = new HashMap<>();
    private ScriptedGateway gateway;
    private HttpServer services;

    @BeforeEach
    void start() throws IOException {
        gateway = new ScriptedGateway();
        gateway.answer("Operations", (operator, variables) -> alerts(""));
        services = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        services.start();
        tells("commander", List.of("supporters_commander_overdue_seconds 0.0"));
        tells("work", List.of("supporters_work_clockoff_overdue_seconds 0.0"));
    }

    @AfterEach
    void stop() {
        services.stop(0);
        gateway.close();
    }

    @Test
    void aNightAfterWhichNothingWaitsIsAskedOnce() throws InterruptedException {
        // Given
        tells("call", List.of(CALL.formatted(0, 0)));

        // When
        WaitFigures figures = read();

        // Then
        assertThat(figures.problems()).isEmpty();
        assertThat(figures.alerts()).isEmpty();
        assertThat(figures.numbers(WaitFigures.DEAD_EVENTS))
                .containsExactly(
                        new ToldNumber(
                                "call",
                                WaitFigures.DEAD_EVENTS,
                                "supporters.activity.v1",
                                2,
                                Instant.ofEpochSecond(1_795_190_400)));
        assertThat(waits.elapsed()).isZero();
    }

    @Test
    void whatStillWaitsIsAskedAgainUntilItIsDone() throws InterruptedException {
        tells("call", List.of(CALL.formatted(0, 61), CALL.formatted(0, 61), CALL.formatted(0, 60)));

        assertThat(read().problems()).isEmpty();
        assertThat(waits.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void whatIsParkedIsAskedAgainUntilTheGatewayHasAnAlert() throws InterruptedException {
        // Given
        tells("call", List.of(CALL.formatted(1, 0)));
        gateway.answer(
                "Operations",
                (operator, variables) ->
                        alerts(
                                waits.elapsed().toSeconds() < 3
                                        ? ""
                                        : "{\"name\": \"CallsAreParked\", \"service\": \"call\", \"subject\": null}"));

        // When and then
        assertThat(read().alerts()).containsExactly(new ToldAlert("CallsAreParked", "call", ""));
        assertThat(waits.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void whatNeverEndsIsTold() throws InterruptedException {
        // Given
        tells("call", List.of(CALL.formatted(0, 4_000)));
        metrics.put("driver", List.of(URI.create("http://127.0.0.1:1/q/metrics")));

        // When and then
        assertThat(read().problems())
                .containsExactly(
                        "driver does not tell its metrics",
                        "call: supporters_outbox_oldest_seconds of calls is 4000 (expected: 60 at most)");
        assertThat(waits.elapsed()).isEqualTo(Duration.ofSeconds(45));
    }

    private static String alerts(String alerts) {
        return "{\"operations\": {\"alerts\": [" + alerts + "]}}";
    }

    /** A service that tells this, one look after the other, and the last of it for ever. */
    private void tells(String service, List<String> looks) {
        List<String> left = new ArrayList<>(looks);
        services.createContext(
                "/" + service + "/q/metrics",
                exchange ->
                        answer(exchange, left.size() > 1 ? left.removeFirst() : left.getFirst()));
        metrics.put(
                service,
                List.of(
                        URI.create(
                                "http://127.0.0.1:"
                                        + services.getAddress().getPort()
                                        + "/"
                                        + service
                                        + "/q/metrics")));
    }

    private void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private WaitFigures read() throws InterruptedException {
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
        return new WaitFiguresReader(setup, metrics, waits).read();
    }

    /** Time passes by pauses alone. */
    private static final class CountedPauses implements InsightFiguresReader.PassingTime {

        private Duration elapsed = Duration.ZERO;

        @Override
        public Duration elapsed() {
            return elapsed;
        }

        @Override
        public void pause(Duration pause) {
            elapsed = elapsed.plus(pause);
        }
    }
}
