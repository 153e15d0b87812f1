package dev.supporters.tools.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The gateway's GraphQL endpoint: the three operations that the check needs. */
final class GatewayGraphQlClient {

    private static final String REQUEST_CALL =
            """
            mutation Request($input: RequestCallInput!) {
              requestCall(input: $input) { call { callId status path reason } }
            }\
            """;
    private static final String GET_CALL =
            """
            query Look($id: ID!) { call(id: $id) { callId status path reason } }\
            """;
    private static final String CANCEL_CALL =
            """
            mutation Cancel($input: CancelCallInput!) {
              cancelCall(input: $input) { call { callId status path reason } }
            }\
            """;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CheckHttpClient http;
    private final URI endpoint;
    private final String token;

    GatewayGraphQlClient(CheckHttpClient http, URI gateway, String token) {
        this.http = http;
        this.endpoint = gateway.resolve("/graphql");
        this.token = token;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** A request may be sent again, so the input of a mutation has a `clientMutationId`. */
    PlacedCall requestCall(ObjectNode input, Deadline deadline)
            throws CheckException, InterruptedException {
        JsonNode data = execute(REQUEST_CALL, variables(input), deadline);
        return PlacedCall.of(data.path("requestCall").path("call"));
    }

    PlacedCall getCall(String callId, Deadline deadline)
            throws CheckException, InterruptedException {
        return PlacedCall.of(execute(GET_CALL, object().put("id", callId), deadline).path("call"));
    }

    void cancelCall(ObjectNode input, Deadline deadline)
            throws CheckException, InterruptedException {
        execute(CANCEL_CALL, variables(input), deadline);
    }

    private JsonNode execute(String operation, ObjectNode variables, Deadline deadline)
            throws CheckException, InterruptedException {
        ObjectNode body = object().put("query", operation);
        body.set("variables", variables);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(endpoint)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        HttpResponse<String> response =
                http.send(request, deadline, GatewayGraphQlClient::retryable);
        JsonNode answer = read(response.body());
        JsonNode error = answer.path("errors").path(0);
        if (!error.isMissingNode()) {
            throw new CheckException(
                    "refused: "
                            + error.path("extensions").path("reason").asText("")
                            + " "
                            + error.path("message").asText(""));
        }
        if (response.statusCode() != 200 || !answer.has("data")) {
            throw new CheckException(
                    "HTTP " + response.statusCode() + " (expected: 200 and GraphQL's data)");
        }
        return answer.path("data");
    }

    private static ObjectNode variables(ObjectNode input) {
        ObjectNode variables = object();
        variables.set("input", input);
        return variables;
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

    /** A call as the gateway shows it; path and reason are empty until a path is chosen. */
    record PlacedCall(String callId, String status, String path, String reason) {

        private static PlacedCall of(JsonNode call) {
            return new PlacedCall(
                    call.path("callId").asText(""),
                    call.path("status").asText(""),
                    call.path("path").asText(""),
                    call.path("reason").asText(""));
        }

        boolean hasPath() {
            return !path.isEmpty();
        }

        /** Whether the gateway gave it to general dispatch itself, because the service `call` did not answer: nothing was decided. */
        boolean wasDiverted() {
            return reason.equals("CALL_UNAVAILABLE");
        }
    }
}
