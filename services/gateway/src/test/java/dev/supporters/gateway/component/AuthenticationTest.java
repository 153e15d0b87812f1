package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.supporters.proto.call.v1.CallServiceGrpc;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Who may send requests, and for what. */
@QuarkusTest
class AuthenticationTest extends ComponentTest {

    @Test
    void isReadyOnceItHasTriedEveryService() {
        await().untilAsserted(() -> RestAssured.get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void turnsAwayWhoeverHasNoValidToken() {
        for (String token :
                List.of(
                        "nonsense",
                        issuer.expired(DRIVER, "driver"),
                        issuer.ofAnotherIssuer(DRIVER, "operator"),
                        issuer.forAnotherAudience(DRIVER, "operator"),
                        issuer.withoutAudience(DRIVER, "operator"),
                        issuer.signedByAnother(DRIVER, "operator"))) {
            ask(token, "{ policies { pageInfo { hasNextPage } } }")
                    .statusCode(401)
                    .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"));
        }
        RestAssured.given()
                .contentType("application/json")
                .body(Map.of("query", "{ __typename }"))
                .post("/graphql")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .header("x-request-id", notNullValue())
                .body("errors[0].extensions.reason", equalTo("UNAUTHENTICATED"));
        assertThat(services.asked(CallServiceGrpc.getGetMethod())).isEmpty();
    }

    @Test
    void aTokenForAnotherApplicationOpensNoDoor() {
        for (String token :
                List.of(
                        issuer.forAnotherAudience("op", "operator"),
                        issuer.withoutAudience("op", "operator"))) {
            for (String path :
                    List.of(
                            "/v1/policies",
                            "/export/statements/2026-11-20.csv",
                            "/grpc/services")) {
                RestAssured.given()
                        .header("Authorization", "Bearer " + token)
                        .get(path)
                        .then()
                        .statusCode(401);
            }
        }
        assertThat(services.askedMethods()).isEmpty();
    }

    @Test
    void aTokenNeverHasTheRoleOfTheLegacySystem() {
        RestAssured.given()
                .header("Authorization", "Bearer " + issuer.token("wheel", "legacy"))
                .contentType("application/json")
                .body("{}")
                .put("/d/v1/calls/reject")
                .then()
                .statusCode(401);
        assertThat(services.askedMethods()).isEmpty();
    }

    @Test
    void refusesADriverAnothersThings() {
        for (String query :
                List.of(
                        "{ workStatus(product: DRIVER, driverId: 99) { state } }",
                        "{ engagement(driverId: 99) { state } }",
                        "{ activeMove(product: DRIVER, driverId: 99) { moveId } }",
                        "{ statement(driverId: 99, businessDate: \"2026-11-20\") { paidMinutes } }",
                        "{ timeline(driverId: 99, businessDate: \"2026-11-20\") { entries { action } } }",
                        "{ statements(businessDate: \"2026-11-20\") { statements { workId } } }",
                        "{ disputes(driverId: 99) { disputes { text } } }",
                        "{ openDisputes { disputes { text } } }",
                        "{ abuseSignals { signals { signalId } } }",
                        "{ policies { policies { region } } }",
                        "{ tags(entityId: \"driver:1004550\") { name } }",
                        "mutation { rest(input: {driverId: 99}) { work { state } } }",
                        "mutation { acceptCall(input: {driverId: 99, callId: 1}) { outcome } }")) {
            ask(issuer.driver(), query)
                    .statusCode(200)
                    .body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));
        }
    }
}
