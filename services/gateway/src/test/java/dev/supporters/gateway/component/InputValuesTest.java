package dev.supporters.gateway.component;

import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.driver.v1.DriverServiceGrpc;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Values that do not fit are refused, with the field's name, never changed: as variables and as literals. */
@QuarkusTest
class InputValuesTest extends ComponentTest {

    private static final String REQUEST =
            "mutation($input: RequestCallInput!) { requestCall(input: $input) { call { distance } } }";

    @Test
    void refusesNumbersThatWouldWrapAsVariables() {
        for (String distance :
                List.of("4294972796", "-4294961796", "\"5500\"", "5500.7", "true", "1e400")) {
            refused(asked(call("18000", distance)), "distance");
        }
        for (String fare :
                List.of(
                        "18000.9",
                        "\"18000\"",
                        "\"abc\"",
                        "18446744073709569616",
                        "true",
                        "1e+30")) {
            refused(asked(call(fare, "5500")), "fare");
        }
        assertThat(services.asked(CallServiceGrpc.getRequestMethod())).isEmpty();
    }

    @Test
    void refusesThemAsLiterals() {
        for (String distance : List.of("4294972796", "\"5500\"", "5500.7", "true", "1e400")) {
            String input =
                    "userName: \"n\", origin: {lat: \"1\", lng: \"1\"}, destination: {lat: \"1\", lng: \"1\"}, fare: 1, distance: "
                            + distance;
            refused(
                    ask(
                            issuer.customer(),
                            "mutation { requestCall(input: {"
                                    + input
                                    + "}) { call { distance } } }"),
                    "distance");
        }
        assertThat(services.asked(CallServiceGrpc.getRequestMethod())).isEmpty();
    }

    @Test
    void refusesDatesAndMomentsThatAreNone() {
        refused(
                asked(
                        "query($d: Date!) { timeline(businessDate: $d) { entries { action } } }",
                        "{\"d\":\"2026-2-3\"}"),
                "2026-2-3");
        refused(
                ask(
                        issuer.customer(),
                        "{ calls(filter: {from: \"yesterday\"}) { edges { cursor } } }"),
                "yesterday");
        refused(
                asked(
                        "query($f: Int) { calls(first: $f) { edges { cursor } } }",
                        "{\"f\":2147483648}"),
                "2147483648");
    }

    /** The library writes a value as it has it in memory, quotes and all. */
    @Test
    void tellsWhatIsWrongWithAnObjectAndNotHowItIsKept() {
        for (String input :
                List.of(
                        "{entityId: \"x\", name: \"a\"}",
                        "{entityId: \"x\"}",
                        "{entityId: \"it's is\", tag: {a: 1}}",
                        "[{entityId: \"x\"}]",
                        "\"x' is y\"")) {
            ask(issuer.operator(), "mutation { untag(input: " + input + ") { clientMutationId } }")
                    .body("data", nullValue())
                    .body("errors[0].extensions.reason", equalTo("INVALID_ARGUMENT"))
                    .body("errors[0].message", not(containsString("Value{")))
                    .body("errors[0].message", not(containsString("ObjectField")));
        }
    }

    @Test
    void refusesIdsAndNamesThatNobodyCouldRead() {
        String put =
                "mutation($i: PutDriverInput!) { putDriver(input: $i) { driver { driverId } } }";
        for (String id : List.of("{\"a\":1}", "[1]", "true", "\"a\\u0000b\"", "\"a\\u202eb\"")) {
            refused(
                    asOperator(
                            put,
                            "{\"i\":{\"driverId\":"
                                    + id
                                    + ",\"name\":\"Probe\",\"memberships\":[]}}"),
                    "driverId");
        }
        for (String name : List.of("a\\u0000b", "a\\r\\nb", "a\\u202eb", "a\\u2066b", "a\\ud800")) {
            refused(
                    asOperator(
                            put,
                            "{\"i\":{\"driverId\":\"5\",\"name\":\""
                                    + name
                                    + "\",\"memberships\":[]}}"),
                    "name");
        }
        assertThat(services.asked(DriverServiceGrpc.getPutMethod())).isEmpty();
    }

    private static void refused(ValidatableResponse answer, String named) {
        answer.body("errors[0].extensions.reason", equalTo("INVALID_ARGUMENT"))
                .body("errors[0].extensions.offending", containsString(named))
                .body("errors[0].message", not(containsString("graphql")))
                .body("errors[0].message", not(containsString("java")));
    }

    private static String call(String fare, String distance) {
        return """
        {"input":{"userName":"n","origin":{"lat":"1","lng":"1"},"destination":{"lat":"1","lng":"1"},\
        "fare":%s,"distance":%s}}\
        """
                .formatted(fare, distance);
    }

    private ValidatableResponse asked(String variables) {
        return asked(REQUEST, variables);
    }

    private ValidatableResponse asked(String query, String variables) {
        return post(issuer.customer(), query, variables);
    }

    private ValidatableResponse asOperator(String query, String variables) {
        return post(issuer.operator(), query, variables);
    }

    private static ValidatableResponse post(String token, String query, String variables) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body("{\"query\":\"" + query + "\",\"variables\":" + variables + "}")
                .post("/graphql")
                .then();
    }
}
