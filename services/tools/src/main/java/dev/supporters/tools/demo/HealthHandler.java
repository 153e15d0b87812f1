package dev.supporters.tools.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Answers 200 when all components serve, else 503 and their names. Without components the demo itself does not serve. */
final class HealthHandler implements HttpHandler {

    /** Two components are probed one after the other, and Kubernetes waits for one second. */
    static final Duration PROBE_TIMEOUT = Duration.ofMillis(450);

    private volatile List<DemoComponent> components = List.of();

    void watch(List<DemoComponent> started) {
        components = List.copyOf(started);
    }

    void clear() {
        components = List.of();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String failing = failing();
        if (failing.isEmpty()) {
            answer(exchange, 200, "serves\n");
            return;
        }
        answer(exchange, 503, failing + ": does not serve\n");
    }

    /** The components that do not serve; empty when all do. */
    private String failing() {
        List<DemoComponent> watched = components;
        if (watched.isEmpty()) {
            return "demo";
        }
        return watched.stream()
                .filter(component -> !component.ready())
                .map(DemoComponent::name)
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
