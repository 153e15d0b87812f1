package dev.supporters.tools.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Answers 200 when all parts serve. Before it is told of them, and after it forgot them, nothing does. */
final class Health implements HttpHandler {

    /** Two parts are asked one after the other, and whoever probes waits for a second. */
    static final Duration PATIENCE = Duration.ofMillis(450);

    private volatile List<Part> parts = List.of();

    void watch(List<Part> started) {
        parts = List.copyOf(started);
    }

    void forget() {
        parts = List.of();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String silent = silent();
        if (silent.isEmpty()) {
            answer(exchange, 200, "serves\n");
            return;
        }
        answer(exchange, 503, silent + ": serves not\n");
    }

    /** What does not serve; empty when all does. */
    private String silent() {
        List<Part> watched = parts;
        if (watched.isEmpty()) {
            return "demo";
        }
        return watched.stream()
                .filter(part -> !part.serves())
                .map(Part::name)
                .collect(Collectors.joining(", "));
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("content-type", "text/plain");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
