package dev.supporters.gateway.component;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.supporters.testkit.Embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The legacy system, answering what it was told to. */
public final class FakeLegacy implements AutoCloseable {

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    FakeLegacy() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void answer(String methodAndPath, int status, String body) {
        answers.put(methodAndPath, new Answer(status, body));
    }

    /** What was sent to it. */
    List<String> bodies() {
        return bodies;
    }

    void forget() {
        answers.clear();
        bodies.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            bodies.add(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            boolean known =
                    ("Bearer " + Embedded.LEGACY_TOKEN)
                            .equals(exchange.getRequestHeaders().getFirst("Authorization"));
            Answer answer =
                    known
                            ? answers.getOrDefault(
                                    exchange.getRequestMethod()
                                            + " "
                                            + exchange.getRequestURI().getPath(),
                                    new Answer(404, "{}"))
                            : new Answer(401, "{}");
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private record Answer(int status, String body) {}
}
