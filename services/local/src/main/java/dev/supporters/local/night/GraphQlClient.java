package dev.supporters.local.night;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** An app's requests to the gateway. What fails for a moment is sent again, with the same clientMutationId. */
final class GraphQlClient {

    private final HttpDoor door;
    private final URI endpoint;
    private final Observations observations;

    GraphQlClient(HttpDoor door, URI gateway, Observations observations) {
        this.door = door;
        this.endpoint = gateway.resolve("/graphql");
        this.observations = observations;
    }

    GraphQlAnswer ask(String token, Operation operation, ObjectNode variables, Duration limit)
            throws DoorClosed, InterruptedException {
        ObjectNode body =
                Json.object()
                        .put("query", operation.document())
                        .put("operationName", operation.title());
        body.set("variables", variables);
        HttpRequest request =
                HttpDoor.json(endpoint, token)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
        HttpResponse<String> response = door.send(request, limit, GraphQlClient::isTransient);
        GraphQlAnswer answer = GraphQlAnswer.of(response.statusCode(), response.body());
        if (answer.refused()) {
            observations.count("refused " + operation.title() + " " + answer.reason());
        }
        return answer;
    }

    private static boolean isTransient(HttpResponse<String> response) {
        return response.statusCode() >= 500
                || response.statusCode() == 429
                || GraphQlAnswer.isTransient(response.body());
    }
}
