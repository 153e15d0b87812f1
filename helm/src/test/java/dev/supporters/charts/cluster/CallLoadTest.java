package dev.supporters.charts.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.supporters.charts.cluster.ResultTable.Outcome;
import dev.supporters.charts.cluster.ResultTable.StepResult;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The scripts of the load, run by this machine's sh and curl. */
@Timeout(60)
class CallLoadTest {

    private final ObjectMapper json = new ObjectMapper();
    private final List<JsonNode> inputs = new CopyOnWriteArrayList<>();
    private final List<Integer> statuses = new CopyOnWriteArrayList<>();
    private HttpServer gateway;
    private CallLoad load;

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/graphql", this::answer);
        gateway.start();
        String url = "http://127.0.0.1:" + gateway.getAddress().getPort() + "/graphql";
        load = new CallLoad(new ProcessRunner(), List.of(), url, "t");
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void requestsCallsUntilItIsStopped() throws Exception {
        StepResult result;
        List<String> calls;
        try (CallLoad.Run run = load.start(2, "0.05", 0)) {
            awaitInputs(4);
            result = run.result("");
            calls = run.callIds();
        }

        assertThat(result.outcome()).isEqualTo(Outcome.OK);
        assertThat(result.detail()).isEqualTo(inputs.size() + " requests, 0 failed");
        assertThat(calls).hasSameSizeAs(inputs).contains("1", "2", "3");
        assertThat(inputs.stream().map(input -> input.path("clientMutationId").asText()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aRequestThatFailsIsAFailureOfTheStep() throws Exception {
        statuses.add(503);
        StepResult result;
        try (CallLoad.Run run = load.start(1, "0.05", 0)) {
            awaitInputs(2);
            result = run.result("");
        }

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.detail()).contains(", 1 failed; the first: bad").contains("503");
    }

    @Test
    void repeatsARequestWithTheSameIdIfItMay() throws Exception {
        statuses.add(503);
        StepResult result;
        try (CallLoad.Run run = load.start(1, "0.05", 1)) {
            awaitInputs(2);
            result = run.result(run.retries() + " ");
            assertThat(run.retries()).isOne();
        }

        assertThat(result.outcome()).isEqualTo(Outcome.OK);
        assertThat(inputs.get(1)).isEqualTo(inputs.get(0));
    }

    @Test
    void readsTheStatesOfCalls() throws Exception {
        assertThat(load.states(List.of("1", "404"))).containsExactly("GENERAL", "LOST 404");
    }

    private void awaitInputs(int count) throws InterruptedException {
        assertThat(
                        Cluster.await(
                                Duration.ofSeconds(30),
                                Duration.ofMillis(20),
                                () -> inputs.size() >= count))
                .isTrue();
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode body = json.readTree(exchange.getRequestBody());
        JsonNode input = body.path("variables").path("input");
        int status = statuses.isEmpty() ? 200 : statuses.removeFirst();
        String text;
        if (input.isMissingNode()) {
            text =
                    body.path("query").asText().contains("404")
                            ? "{\"data\":{\"call\":null}}"
                            : "{\"data\":{\"call\":{\"status\":\"GENERAL\"}}}";
        } else {
            inputs.add(input);
            text =
                    "{\"data\":{\"requestCall\":{\"call\":{\"callId\":\""
                            + inputs.size()
                            + "\",\"status\":\"REQUESTED\"}}}}";
        }
        byte[] bytes = text.getBytes(UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
