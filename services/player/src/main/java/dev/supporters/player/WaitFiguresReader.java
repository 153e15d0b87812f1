package dev.supporters.player;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.supporters.platform.metric.MetricSample;
import dev.supporters.platform.metric.MetricText;
import dev.supporters.player.WaitFigures.ToldAlert;
import dev.supporters.player.WaitFigures.ToldNumber;
import dev.supporters.player.client.GraphQlAnswer;
import dev.supporters.player.client.GraphQlOperation;
import dev.supporters.player.client.JsonNodes;
import dev.supporters.player.client.SystemClients;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Asks the services for their metrics, and the gateway for its alerts, when the night is over: until nothing waits any more, or for so long. */
public final class WaitFiguresReader {

    /** Services look every few seconds what waits, and the gateway looks at them as often. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String STARTED = "process_start_time_seconds";
    private static final Set<String> METRICS =
            Stream.concat(
                            Stream.of(STARTED, WaitFigures.PARKED_CALLS, WaitFigures.DEAD_EVENTS),
                            Stream.of(WaitAge.values()).map(WaitAge::metric))
                    .collect(toUnmodifiableSet());

    private final NightSetup setup;
    private final Map<String, List<URI>> metrics;
    private final InsightFiguresReader.PassingTime waiting;

    /**
     * In real time, whatever the night's clock does.
     *
     * @param metrics where each process tells its metrics, by its service's name
     */
    public WaitFiguresReader(NightSetup setup, Map<String, List<URI>> metrics) {
        this(setup, metrics, InsightFiguresReader.PassingTime.inRealTime());
    }

    WaitFiguresReader(
            NightSetup setup,
            Map<String, List<URI>> metrics,
            InsightFiguresReader.PassingTime waiting) {
        this.setup = setup;
        this.metrics = new TreeMap<>(metrics);
        this.waiting = waiting;
    }

    /** What is told once nothing waits and what is parked has its alert; what is told last, if that does not come. */
    public WaitFigures read() throws InterruptedException {
        try (SystemClients clients =
                        new SystemClients(
                                setup.gateway(), setup.legacy(), setup.legacyToken(), what -> {});
                HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            GatewayPerson operator = GatewayPerson.operator(setup, clients);
            while (true) {
                WaitFigures told = look(http, operator);
                if (settled(told) || waiting.elapsed().compareTo(PATIENCE) >= 0) {
                    return told;
                }
                waiting.pause(BETWEEN_LOOKS);
            }
        }
    }

    private static boolean settled(WaitFigures told) {
        boolean parked =
                told.numbers(WaitFigures.PARKED_CALLS).anyMatch(number -> number.value() > 0);
        return told.problems().isEmpty()
                && (!parked || told.hasAlert(WaitFigures.CALLS_ARE_PARKED));
    }

    private WaitFigures look(HttpClient http, GatewayPerson operator) throws InterruptedException {
        List<ToldNumber> numbers = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (Map.Entry<String, List<URI>> service : metrics.entrySet()) {
            for (URI address : service.getValue()) {
                try {
                    numbers.addAll(numbers(service.getKey(), read(http, address)));
                } catch (IOException e) {
                    silent.add(service.getKey());
                }
            }
        }
        return new WaitFigures(numbers, silent, alerts(operator));
    }

    private static List<MetricSample> read(HttpClient http, URI address)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(TIMEOUT)
                        .header("Accept", "text/plain")
                        .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(address + ": " + response.statusCode() + " (expected: 200)");
        }
        return MetricText.read(response.body(), METRICS);
    }

    private static List<ToldNumber> numbers(String service, List<MetricSample> samples) {
        Instant started =
                samples.stream()
                        .filter(sample -> sample.name().equals(STARTED))
                        .map(sample -> Instant.ofEpochMilli((long) (sample.value() * 1_000)))
                        .findFirst()
                        .orElse(Instant.EPOCH);
        return samples.stream()
                .filter(sample -> !sample.name().equals(STARTED))
                .filter(sample ->
                        !sample.name().equals(WaitFigures.DEAD_EVENTS)
                                || sample.label("result").equals("dead"))
                .map(sample ->
                        new ToldNumber(
                                service,
                                sample.name(),
                                sample.label("topic") + sample.label("collection"),
                                sample.value(),
                                started))
                .toList();
    }

    private static List<ToldAlert> alerts(GatewayPerson operator) throws InterruptedException {
        GraphQlAnswer answer = operator.ask(GraphQlOperation.OPERATIONS, JsonNodes.object());
        if (answer.refused()) {
            return List.of();
        }
        return answer.data()
                .path("operations")
                .path("alerts")
                .valueStream()
                .map(alert ->
                        new ToldAlert(
                                alert.path("name").asText(),
                                alert.path("service").asText(),
                                alert.path("subject").asText("")))
                .toList();
    }
}
