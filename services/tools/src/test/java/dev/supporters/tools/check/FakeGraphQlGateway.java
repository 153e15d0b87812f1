package dev.supporters.tools.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway with prepared answers, which records its requests. Its issuer's token is `t`. */
final class FakeGraphQlGateway implements AutoCloseable {

    static final String REQUESTED =
            "{\"callId\":\"912\",\"status\":\"REQUESTED\",\"path\":null,\"reason\":null}";
    static final String GENERAL =
            "{\"callId\":\"912\",\"status\":\"GENERAL\",\"path\":\"GENERAL\",\"reason\":\"NO_POLICY\"}";
    static final String AROUND =
            "{\"callId\":\"912\",\"status\":\"GENERAL\",\"path\":\"GENERAL\",\"reason\":\"CALL_UNAVAILABLE\"}";
    private static final String CANCELLED =
            "{\"callId\":\"912\",\"status\":\"CANCELLED\",\"path\":\"GENERAL\",\"reason\":\"NO_POLICY\"}";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final Deque<String> requests = new ArrayDeque<>(List.of(REQUESTED));
    private final Deque<String> looks = new ArrayDeque<>();
    private final Deque<String> illnesses = new ArrayDeque<>();
    private final List<JsonNode> inputs = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private String cancelAnswer = data("cancelCall", CANCELLED);

    private FakeGraphQlGateway(HttpServer server) {
        this.server = server;
    }

    static FakeGraphQlGateway start(int port) throws IOException {
        FakeGraphQlGateway gateway =
                new FakeGraphQlGateway(
                        HttpServer.create(new InetSocketAddress("127.0.0.1", port), 8));
        gateway.server.createContext("/token", exchange -> answer(exchange, 200, "t\n"));
        gateway.server.createContext("/graphql", gateway::graphql);
        gateway.server.start();
        return gateway;
    }

    /** What requests are answered, one after the other; the last one for ever. */
    FakeGraphQlGateway takes(String... calls) {
        requests.clear();
        requests.addAll(List.of(calls));
        return this;
    }

    /** What looks at the call show, one after the other; the last one for ever. */
    FakeGraphQlGateway shows(String... calls) {
        looks.addAll(List.of(calls));
        return this;
    }

    /** What is answered instead, once each, with status 503. */
    FakeGraphQlGateway isIll(String... bodies) {
        illnesses.addAll(List.of(bodies));
        return this;
    }

    FakeGraphQlGateway refusesToCancel(String reason) {
        cancelAnswer = refusal(reason);
        return this;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The inputs of the mutations, in order. */
    List<JsonNode> inputs() {
        return inputs;
    }

    List<String> authorizations() {
        return authorizations;
    }

    static String refusal(String reason) {
        return "{\"errors\":[{\"message\":\"no\",\"extensions\":{\"reason\":\""
                + reason
                + "\",\"retryable\":false}}]}";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void graphql(HttpExchange exchange) throws IOException {
        JsonNode body = json.readTree(exchange.getRequestBody());
        authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
        String query = body.path("query").asText();
        if (query.startsWith("mutation")) {
            inputs.add(body.path("variables").path("input"));
        }
        if (!illnesses.isEmpty()) {
            answer(exchange, 503, illnesses.poll());
            return;
        }
        answer(exchange, 200, answer(query));
    }

    private String answer(String query) {
        if (query.contains("requestCall(")) {
            return data("requestCall", next(requests));
        }
        if (query.contains("cancelCall(")) {
            return cancelAnswer;
        }
        return "{\"data\":{\"call\":" + next(looks) + "}}";
    }

    private static String next(Deque<String> calls) {
        return calls.size() > 1 ? calls.poll() : calls.peek();
    }

    private static String data(String mutation, String call) {
        return "{\"data\":{\"" + mutation + "\":{\"call\":" + call + "}}}";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
