package dev.supporters.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An HTTP server on a free port, which answers what it is told to and keeps what it heard. */
public final class FakeHttp implements AutoCloseable {

    private final List<SentRequest> heard = new CopyOnWriteArrayList<>();
    private final Function<SentRequest, GivenAnswer> answers;
    private final HttpServer server;

    public FakeHttp(Function<SentRequest, GivenAnswer> answers) {
        this.answers = answers;
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

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What it heard, oldest first: method, path, authorization and body. */
    public List<String> heard() {
        return heard.stream().map(SentRequest::text).toList();
    }

    /** How often it heard the same, this time included. */
    public long times(SentRequest request) {
        return heard.stream().filter(request::equals).count();
    }

    public void forget() {
        heard.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            SentRequest request =
                    new SentRequest(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath(),
                            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                            new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            heard.add(request);
            GivenAnswer answer = answers.apply(request);
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** What was asked; no authorization is "null". */
    public record SentRequest(String method, String path, String authorization, String body) {

        String text() {
            return String.join(" ", method, path, authorization, body);
        }
    }

    /** What is answered: JSON. */
    public record GivenAnswer(int status, String body) {}
}
