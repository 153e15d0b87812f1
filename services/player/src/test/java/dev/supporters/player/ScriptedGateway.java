package dev.supporters.player;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.supporters.player.client.JsonNodes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/** A gateway over HTTP that takes everything, or refuses what it is told to refuse, and keeps what was asked. */
final class ScriptedGateway implements AutoCloseable {

    private final HttpServer server;
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final Map<String, BiFunction<String, JsonNode, String>> answers =
            new ConcurrentHashMap<>();

    ScriptedGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/graphql", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void refuse(String operation, String reason) {
        refusals.put(operation, reason);
    }

    void take(String operation) {
        refusals.remove(operation);
    }

    /** What an operation is answered, by the token of who asks and the variables: the data, as JSON. */
    void answer(String operation, BiFunction<String, JsonNode, String> data) {
        answers.put(operation, data);
    }

    /** All that was asked, with documents and variables. */
    List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    /** The inputs of an operation, in the order in which they came. */
    List<JsonNode> asked(String operation) {
        return requests.stream()
                .filter(request -> request.path("operationName").asText().equals(operation))
                .map(request -> request.path("variables").path("input"))
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            JsonNode request = JsonNodes.read(body);
            requests.add(request);
            String reason = refusals.get(request.path("operationName").asText());
            String answer =
                    reason == null
                            ? "{\"data\":" + data(exchange, request) + "}"
                            : "{\"errors\":[{\"message\":\"no\",\"extensions\":{\"reason\":\"%s\"}}]}"
                                    .formatted(reason);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String data(HttpExchange exchange, JsonNode request) {
        String token =
                exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
        return answers.getOrDefault(
                        request.path("operationName").asText(), (who, variables) -> "{}")
                .apply(token, request.path("variables"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
