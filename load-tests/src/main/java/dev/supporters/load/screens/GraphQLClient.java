package dev.supporters.load.screens;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the gateway by GraphQL, as an operator. */
final class GraphQLClient {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI address;
    private final String token;

    GraphQLClient(String url, String token) {
        this.address = URI.create(url + "/graphql");
        this.token = token;
    }

    /**
     * Asks a query, and waits for the answer.
     *
     * @throws IllegalStateException if there is none, or one with errors
     */
    String ask(String query) {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body(query)))
                        .build();
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 || answer.body().contains("\"errors\"")) {
                throw new IllegalStateException(
                        "the gateway refuses " + query + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException("the gateway does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String body(String query) {
        return "{\"query\": \"" + query.replace("\"", "\\\"") + "\"}";
    }
}
