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

class HealthHandlerTest {

    private final HealthHandler health = new HealthHandler();
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
    void namesTheComponentThatDoesNotServe() throws Exception {
        health.watch(List.of(new FakeComponent("broker", true), new FakeComponent("store", false)));

        HttpResponse<String> answer = get();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("store: does not serve\n");
    }

    @Test
    void servesWhenAllComponentsDo() throws Exception {
        health.watch(List.of(new FakeComponent("broker", true), new FakeComponent("store", true)));

        assertThat(get().statusCode()).isEqualTo(200);
    }

    @Test
    void doesNotServeOnceTheComponentsAreCleared() throws Exception {
        health.watch(List.of(new FakeComponent("broker", true)));
        health.clear();

        assertThat(get().statusCode()).isEqualTo(503);
    }

    private HttpResponse<String> get() throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/health");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private record FakeComponent(String name, boolean ready) implements DemoComponent {

        @Override
        public void close() {
            // has nothing to close
        }
    }
}
