package dev.supporters.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.supporters.testkit.Embedded;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import org.junit.jupiter.api.Test;

import java.util.List;

@QuarkusTest
@QuarkusTestResource(Embedded.class)
@QuarkusTestResource(FakeGateway.class)
class LegacyTest {

    FakeGateway gateway;

    @Test
    void offersACallThatOneDriverTakesAndTellsTheGatewayUntilItAnswers() {
        // Given
        submit("1001", true).statusCode(201);
        submit("1001", true).statusCode(200);
        put("/drivers/d1/location.json", "{\"lat\":37.3944,\"lng\":127.1106,\"available\":true}")
                .statusCode(200);

        // When
        given().get("/api/v1/drivers/d1/offers.json")
                .then()
                .statusCode(200)
                .body("offers.call_id", hasItem("1001"))
                .body(
                        "offers.find { it.call_id == '1001' }.origin.lat",
                        equalTo("37.39433886412452"))
                .body("offers.find { it.call_id == '1001' }.fare.amount", equalTo(18_000))
                .body("offers.find { it.call_id == '1001' }.age_seconds", equalTo(0));
        post("/calls/1001/take.json", "{\"driver_id\":\"d1\"}").statusCode(200);

        // Then
        post("/calls/1001/take.json", "{\"driver_id\":\"d2\"}")
                .statusCode(409)
                .body("error", equalTo("taken"));
        post("/calls/dispatch_results.json", result("1001"))
                .statusCode(409)
                .body("error", equalTo("taken"));
        given().get("/api/v1/calls/1001.json")
                .then()
                .statusCode(200)
                .body("handed_over_times", equalTo(2))
                .body("first_handed_over_at", equalTo("2026-11-20T12:30:00Z"))
                .body("state", equalTo("taken"))
                .body("driver_id", equalTo("d1"))
                .body("customer_id", equalTo("7001"));
        String expected =
                "PUT /d/v1/calls/general_dispatch Bearer "
                        + Embedded.LEGACY_TOKEN
                        + " {\"request_id\":\"legacy-1001-1\",\"call_id\":\"1001\",\"step\":\"taken\","
                        + "\"driver_id\":\"d1\",\"event_time\":\"2026-11-20T12:30:00Z\"}";
        await().untilAsserted(() ->
                assertThat(gateway.heard())
                        .filteredOn(entry -> entry.contains("\"1001\""))
                        .containsExactly(expected, expected));
    }

    @Test
    void recordsSupportersResults() {
        // When
        post("/calls/dispatch_results.json", result("1002")).statusCode(200);
        post("/calls/dispatch_results.json", result("1002")).statusCode(200);

        // Then
        given().get("/api/v1/calls/dispatch_results.json")
                .then()
                .statusCode(200)
                .body("results.findAll { it.call_id == '1002' }", hasSize(1))
                .body("results.find { it.call_id == '1002' }.command_id", equalTo("c-1002"));
        given().get("/api/v1/calls/1002.json").then().body("state", equalTo("supporters"));
    }

    @Test
    void cancels() {
        submit("1003", false).statusCode(201);
        post("/calls/1003/cancel.json", "{\"customer_id\":\"7001\"}").statusCode(200);
        post("/calls/404/cancel.json", "{\"customer_id\":\"7001\"}")
                .statusCode(404)
                .body("error", equalTo("call_not_found"));
        given().get("/api/v1/calls/404.json").then().statusCode(404);
    }

    @Test
    void bindsADriverOnceAlsoInTheRealStore() {
        submit("1005", false);
        submit("1006", false);
        post("/calls/1005/take.json", "{\"driver_id\":\"d5\"}").statusCode(200);
        post("/calls/1006/take.json", "{\"driver_id\":\"d5\"}")
                .statusCode(409)
                .body("error", equalTo("driver_engaged"));
        post("/calls/1005/drop.json", "{\"driver_id\":\"d5\"}").statusCode(200);
        post("/calls/1006/take.json", "{\"driver_id\":\"d5\"}").statusCode(200);
        post("/calls/1006/arrive.json", "{\"driver_id\":\"d5\"}").statusCode(200);
        post("/calls/1006/pick_up.json", "{\"driver_id\":\"d5\"}").statusCode(200);
        post("/calls/1006/cancel.json", "{\"customer_id\":\"7001\"}")
                .statusCode(409)
                .body("error", equalTo("picked_up"));
        post("/calls/1006/complete.json", "{\"driver_id\":\"d5\"}").statusCode(200);
    }

    @Test
    void handsARefusalOnAndAnswersWhatTheGatewayAnswers() {
        put("/calls/1007/reject.json", "{\"driver_id\":\"d7\",\"reason_code\":\"too_far\"}")
                .statusCode(409)
                .body("reason", equalTo("COMMAND_DECIDED"));
        assertThat(gateway.heard())
                .filteredOn(entry -> entry.contains("\"1007\""))
                .containsExactly(
                        "PUT /d/v1/calls/reject Bearer "
                                + Embedded.LEGACY_TOKEN
                                + " {\"call_id\":\"1007\",\"driver_id\":\"d7\",\"reason_code\":\"too_far\"}");
    }

    @Test
    void listsPageByPage() {
        // Given
        submit("1010", false);
        submit("1011", false);

        // When
        String token =
                given().get("/api/v1/calls.json?since=2026-11-20T00:00:00Z&page_size=1")
                        .then()
                        .statusCode(200)
                        .body("calls", hasSize(1))
                        .extract()
                        .path("next_page_token");

        // Then
        given().queryParam("page_token", token)
                .get("/api/v1/calls.json")
                .then()
                .statusCode(200)
                .body("calls.call_id", hasItem("1011"));
    }

    @Test
    void answersBadInputWithFieldFoundAndExpected() {
        post("/calls.json", "{\"call_id\":\"x\"}")
                .statusCode(400)
                .body("error", equalTo("invalid_argument"))
                .body("field", equalTo("call_id"))
                .body("found", equalTo("x"))
                .body("expected", equalTo("1 to 18 decimal digits"));
        post("/calls/1/take.json", "nonsense").statusCode(400).body("field", equalTo("body"));
        given().get("/api/v1/calls.json?since=x").then().statusCode(400);
    }

    @Test
    void letsNobodyInWithoutTheToken() {
        RestAssured.get("/api/v1/calls.json").then().statusCode(401);
        RestAssured.given()
                .header("authorization", "Bearer wrong")
                .get("/api/v1/calls/1001.json")
                .then()
                .statusCode(401)
                .body("error", equalTo("unauthenticated"));
        RestAssured.get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void letsInWithEitherOfTwoTokensWhileTheyAreChanged() {
        for (String token : List.of(Embedded.LEGACY_TOKEN, FakeGateway.OTHER_TOKEN)) {
            RestAssured.given()
                    .header("authorization", "Bearer " + token)
                    .get("/api/v1/calls.json")
                    .then()
                    .statusCode(200);
        }
    }

    private static ValidatableResponse submit(String callId, boolean registered) {
        return post(
                "/calls.json",
                """
                {"call_id":"%s","registered":%s,"product":"DRIVER","customer_id":"7001","customer_name":"김고객",
                 "origin":{"lat":"37.39433886412452","lng":"127.1105739023173","poi":"판교역","address":""},
                 "destination":{"lat":"37.5","lng":"127.0","poi":"","address":""},
                 "fare":{"amount":18000,"currency":"KRW"},"distance_meters":12300,
                 "reason":"NO_SUPPORTER","requested_at":"2026-11-20T12:30:00Z"}
                """
                        .formatted(callId, registered));
    }

    private static String result(String callId) {
        return """
        {"call_id":"%s","driver_id":"1004550","command_id":"c-%s","accepted_at":"2026-11-20T12:30:00Z"}
        """
                .formatted(callId, callId);
    }

    private static ValidatableResponse post(String path, String body) {
        return given().body(body).post("/api/v1" + path).then();
    }

    private static ValidatableResponse put(String path, String body) {
        return given().body(body).put("/api/v1" + path).then();
    }

    private static RequestSpecification given() {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .header("authorization", "Bearer " + Embedded.LEGACY_TOKEN);
    }
}
