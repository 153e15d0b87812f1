package dev.supporters.gateway.component;

import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.call.v1.GetResponse;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Optional;

/** Sends requests to the gateway, and builds those that several tests send. */
final class GatewayRequests {

    private static final String LOCATION = "{lat: \"37.3943\", lng: \"127.1105\", poi: \"SECRET\"}";

    private GatewayRequests() {}

    static ValidatableResponse ask(String token, String query) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .accept("application/json")
                .body(Map.of("query", query))
                .post("/graphql")
                .then();
    }

    static SubscriptionClient socket(Optional<String> upgradeToken, Optional<String> initToken) {
        return rawSocket(upgradeToken, Optional.of(SubscriptionClient.init(initToken)));
    }

    /** A socket that says at first what it is given, or nothing. */
    static SubscriptionClient rawSocket(Optional<String> upgradeToken, Optional<String> first) {
        return rawSocket(
                upgradeToken
                        .map(token -> Map.of("Authorization", "Bearer " + token))
                        .orElse(Map.of()),
                first);
    }

    /** The same with any headers of the upgrade request. */
    static SubscriptionClient rawSocket(Map<String, String> headers, Optional<String> first) {
        URI uri = URI.create("ws://127.0.0.1:" + RestAssured.port + "/graphql");
        return new SubscriptionClient(HttpClient.newHttpClient(), uri, headers, first);
    }

    /** The sum of all values of a metric whose labels contain a text. */
    static double metric(String name, String label) {
        return RestAssured.get("/q/metrics")
                .then()
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith(name) && line.contains(label))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToDouble(Double::parseDouble)
                .sum();
    }

    static String requestCall(String more) {
        return requestCallWithoutCurrency("currency: \"KRW\" " + more);
    }

    static String requestCallWithoutCurrency(String more) {
        String input =
                "userName: \"Kim\", origin: %s, destination: %s, fare: 18000, distance: 12000, %s"
                        .formatted(LOCATION, LOCATION, more);
        return "mutation { requestCall(input: {"
                + input
                + "}) { call { callId status path reason } } }";
    }

    static void isCall(FakeServices services, Call call) {
        services.answer(
                CallServiceGrpc.getGetMethod(),
                request -> GetResponse.newBuilder().setCall(call).build());
    }
}
