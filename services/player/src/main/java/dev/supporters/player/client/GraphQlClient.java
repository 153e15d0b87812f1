package dev.supporters.player.client;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Consumer;

/** An app's requests to the gateway. What fails for a moment is sent again, with the same clientMutationId. */
public final class GraphQlClient {

    private final RetryingHttpClient http;
    private final URI endpoint;
    private final Consumer<String> counts;

    GraphQlClient(RetryingHttpClient http, URI gateway, Consumer<String> counts) {
        this.http = http;
        this.endpoint = gateway.resolve("/graphql");
        this.counts = counts;
    }

    public GraphQlAnswer ask(
            String token, GraphQlOperation operation, ObjectNode variables, Duration limit)
            throws NoAnswerException, InterruptedException {
        ObjectNode body =
                JsonNodes.object()
                        .put("query", operation.document())
                        .put("operationName", operation.title());
        body.set("variables", variables);
        HttpRequest request =
                RetryingHttpClient.json(endpoint, token)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
        HttpResponse<String> response = http.send(request, limit, GraphQlClient::isTransient);
        GraphQlAnswer answer = GraphQlAnswer.of(response.statusCode(), response.body());
        if (answer.refused()) {
            counts.accept("refused " + operation.title() + " " + answer.reason());
        }
        return answer;
    }

    private static boolean isTransient(HttpResponse<String> response) {
        return response.statusCode() >= 500
                || response.statusCode() == 429
                || GraphQlAnswer.isTransient(response.body());
    }
}
