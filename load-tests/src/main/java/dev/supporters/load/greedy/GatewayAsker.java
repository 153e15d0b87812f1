package dev.supporters.load.greedy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Somebody who asks the gateway by GraphQL with a token, and takes any answer. */
final class GatewayAsker {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NO_ANSWER = "no answer";

    private final HttpClient client;
    private final URI address;
    private final String token;

    GatewayAsker(HttpClient client, URI gateway, String token) {
        this.client = client;
        this.address = gateway.resolve("/graphql");
        this.token = token;
    }

    /**
     * An answer, or that there was none.
     *
     * @param nanos how long it took
     * @param refusal the reason of the first error; empty if there is none
     */
    record Answered(long nanos, JsonNode data, String refusal) {

        boolean good() {
            return refusal.isEmpty();
        }
    }

    /** Asks, and waits for the answer. */
    Answered ask(String document) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body(document)))
                        .build();
        long begin = System.nanoTime();
        try {
            String answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            long nanos = System.nanoTime() - begin;
            JsonNode read = JSON.readTree(answer);
            JsonNode error = read.path("errors").path(0);
            return new Answered(
                    nanos,
                    read.path("data"),
                    error.isMissingNode()
                            ? ""
                            : error.path("extensions").path("reason").asText("without a reason"));
        } catch (IOException e) {
            return new Answered(System.nanoTime() - begin, MissingNode.getInstance(), NO_ANSWER);
        }
    }

    private static String body(String document) {
        try {
            return JSON.writeValueAsString(Map.of("query", document));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a text that is no JSON", e);
        }
    }
}
