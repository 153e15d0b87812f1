package dev.supporters.player.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.contract.Position;
import dev.supporters.simulation.CommissionOffer;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Requests to the legacy system, as its own apps send them. */
public final class LegacyAppClient {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final RetryingHttpClient http;
    private final URI base;
    private final String token;

    LegacyAppClient(RetryingHttpClient http, URI base, String token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    /** A client of its own connections, which counts nothing. */
    public static LegacyAppClient of(URI base, String token) {
        return new LegacyAppClient(
                new RetryingHttpClient(HttpClient.newHttpClient(), what -> {}), base, token);
    }

    /** Status 0 means no answer at all. */
    public record Answer(int status, JsonNode body) {

        public boolean done() {
            return status >= 200 && status < 300;
        }
    }

    public Answer requestCall(ObjectNode call) throws InterruptedException {
        return send("POST", "/api/v1/calls.json", call);
    }

    public Answer call(String callId) throws InterruptedException {
        return get("/api/v1/calls/" + callId + ".json");
    }

    public Answer cancel(String callId, String customerId) throws InterruptedException {
        return send(
                "POST",
                "/api/v1/calls/" + callId + "/cancel.json",
                JsonNodes.object().put("customer_id", customerId));
    }

    public Answer location(String driverId, Position here, boolean available)
            throws InterruptedException {
        ObjectNode body =
                JsonNodes.object()
                        .put("lat", here.lat())
                        .put("lng", here.lng())
                        .put("available", available);
        return send("PUT", "/api/v1/drivers/" + driverId + "/location.json", body);
    }

    public List<CommissionOffer> offers(String driverId) throws InterruptedException {
        List<CommissionOffer> offers = new ArrayList<>();
        JsonNode found = get("/api/v1/drivers/" + driverId + "/offers.json").body().path("offers");
        for (JsonNode offer : found) {
            offers.add(
                    new CommissionOffer(
                            offer.path("call_id").asText(),
                            JsonNodes.point(offer.path("origin")),
                            JsonNodes.point(offer.path("destination")),
                            offer.path("fare").path("amount").asLong()));
        }
        return offers;
    }

    /** A step of a commission driver: take, arrive, pick_up, complete or drop. */
    public Answer step(String callId, String step, String driverId) throws InterruptedException {
        return send(
                "POST",
                "/api/v1/calls/" + callId + "/" + step + ".json",
                JsonNodes.object().put("driver_id", driverId));
    }

    /** All calls that the legacy system knows. */
    public List<JsonNode> calls() throws InterruptedException {
        List<JsonNode> calls = new ArrayList<>();
        String page = "";
        do {
            JsonNode body =
                    list("/api/v1/calls.json?since=1970-01-01T00:00:00Z&page_size=1000" + page);
            body.path("calls").forEach(calls::add);
            String next = body.path("next_page_token").asText("");
            page = next.isEmpty() ? "" : "&page_token=" + next;
        } while (!page.isEmpty());
        return calls;
    }

    public List<JsonNode> dispatchResults() throws InterruptedException {
        List<JsonNode> results = new ArrayList<>();
        list("/api/v1/calls/dispatch_results.json").path("results").forEach(results::add);
        return results;
    }

    private JsonNode list(String path) throws InterruptedException {
        Answer answer = get(path);
        if (!answer.done()) {
            throw new IllegalStateException(
                    "legacy: status " + answer.status() + " for " + path + " (expected: 200)");
        }
        return answer.body();
    }

    private Answer get(String path) throws InterruptedException {
        return send(RetryingHttpClient.json(base.resolve(path), token).GET().build());
    }

    private Answer send(String method, String path, ObjectNode body) throws InterruptedException {
        return send(
                RetryingHttpClient.json(base.resolve(path), token)
                        .method(method, HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build());
    }

    private Answer send(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(request, LIMIT, r -> r.statusCode() >= 500);
            return new Answer(response.statusCode(), JsonNodes.read(response.body()));
        } catch (NoAnswerException e) {
            return new Answer(0, JsonNodes.object());
        }
    }
}
