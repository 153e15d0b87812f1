package dev.supporters.tools.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

class HealthTest {

    private final Health health = new Health();
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        server.createContext("/health", health);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void namesThePartThatDoesNotServe() throws Exception {
        health.watch(List.of(new FakePart("broker", true), new FakePart("store", false)));

        HttpResponse<String> answer = get();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("store: serves not\n");
    }

    @Test
    void servesWhenAllPartsDo() throws Exception {
        health.watch(List.of(new FakePart("broker", true), new FakePart("store", true)));

        assertThat(get().statusCode()).isEqualTo(200);
    }

    @Test
    void servesNoMoreOnceItForgotThem() throws Exception {
        health.watch(List.of(new FakePart("broker", true)));
        health.forget();

        assertThat(get().statusCode()).isEqualTo(503);
    }

    private HttpResponse<String> get() throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/health");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private record FakePart(String name, boolean serves) implements Part {

        @Override
        public void close() {
            // holds nothing
        }
    }
}
