package dev.supporters.player;

import dev.supporters.platform.metric.MetricSample;
import dev.supporters.platform.metric.MetricText;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads from a service's metrics how far its views of a topic are. */
final class FollowedTopicProbe implements AutoCloseable {

    private static final String NEWEST_EVENT = "supporters_topic_reader_newest_event_seconds";
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    /** Of when the newest event is, in seconds since 1970; empty if the service does not follow the topic. */
    OptionalDouble newest(URI metrics, String topic) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(metrics).timeout(TIMEOUT).build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(metrics + ": " + response.statusCode() + " (expected: 200)");
        }
        return MetricText.read(response.body(), Set.of(NEWEST_EVENT)).stream()
                .filter(sample -> sample.label("topic").equals(topic))
                .mapToDouble(MetricSample::value)
                .findFirst();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
