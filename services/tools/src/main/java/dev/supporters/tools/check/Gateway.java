package dev.supporters.tools.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The gateway's GraphQL endpoint. */
final class Gateway {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Door door;
    private final URI endpoint;
    private final String token;

    Gateway(Door door, URI gateway, String token) {
        this.door = door;
        this.endpoint = gateway.resolve("/graphql");
        this.token = token;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** What the gateway answers. A request is sent again when it may have been lost, so a mutation needs a key. */
    JsonNode ask(Operation operation, ObjectNode variables, Patience patience)
            throws CheckFailed, InterruptedException {
        ObjectNode body = object().put("query", operation.document());
        body.set("variables", variables);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(endpoint)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        HttpResponse<String> response = door.send(request, patience, Gateway::retryable);
        JsonNode answer = read(response.body());
        JsonNode error = answer.path("errors").path(0);
        if (!error.isMissingNode()) {
            throw new CheckFailed(
                    "refused: "
                            + error.path("extensions").path("reason").asText("")
                            + " "
                            + error.path("message").asText(""));
        }
        if (response.statusCode() != 200 || !answer.has("data")) {
            throw new CheckFailed(
                    "HTTP " + response.statusCode() + " (expected: 200 and GraphQL's data)");
        }
        return answer.path("data");
    }

    private static boolean retryable(HttpResponse<String> response) {
        return read(response.body())
                .path("errors")
                .path(0)
                .path("extensions")
                .path("retryable")
                .asBoolean(false);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
