package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.call;
import static dev.supporters.gateway.component.GatewayRequests.ask;
import static dev.supporters.gateway.component.GatewayRequests.isCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.call.v1.CallState;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** GraphQL over HTTP: methods, media types, status codes, and the one shape of all errors. */
@QuarkusTest
class GraphQLOverHttpTest extends ComponentTest {

    private static final String TRUE_STATUS = "application/graphql-response+json";
    private static final String JSON = "application/json";
    private static final String CALL_QUERY = "{ call(id: 254137) { fare } }";

    @BeforeEach
    void aCall() {
        isCall(services, call(CallState.CALL_STATE_ACCEPTED).build());
    }

    @Test
    void answersInTheTypeThatIsAcceptedAndInJsonToWhoTakesAnything() {
        for (String accept : List.of(TRUE_STATUS, TRUE_STATUS + ", application/json;q=0.5")) {
            post(accept, body(CALL_QUERY))
                    .statusCode(200)
                    .contentType(TRUE_STATUS + "; charset=utf-8");
        }
        for (String accept : List.of(JSON, "*/*", "application/*", "text/html, */*;q=0.1")) {
            post(accept, body(CALL_QUERY)).statusCode(200).contentType(JSON + "; charset=utf-8");
        }
        refused(post("text/html", body(CALL_QUERY)), 406, "Accept");
        refused(post("application/json; charset=nope", body(CALL_QUERY)), 406, "Accept");
    }

    @Test
    void tellsByTheStatusWhetherARequestWasExecuted() {
        for (String wrong :
                List.of(
                        "{call(id:1){callId}",
                        "{ nothing }",
                        "query($id: ID!) { call(id: $id) { fare } }",
                        "query A { __typename } query B { __typename }")) {
            post(TRUE_STATUS, body(wrong))
                    .statusCode(400)
                    .body("$", not(hasKey("data")))
                    .body("errors[0].extensions.reason", equalTo("INVALID_ARGUMENT"));
            post(JSON, body(wrong))
                    .statusCode(200)
                    .body("errors[0].extensions.reason", equalTo("INVALID_ARGUMENT"));
        }
        post(
                        TRUE_STATUS,
                        body("{ call(id: 254137) { fare } tags(entityId: \"driver:1\") { name } }"))
                .statusCode(200)
                .body("errors[0].extensions.reason", notNullValue());
    }

    @Test
    void namesTheLineTheColumnAndTheFieldOfAnError() {
        ask(issuer.operator(), "{call(id:1){callId}")
                .body("errors[0].locations[0].line", equalTo(1))
                .body("errors[0].locations[0].column", greaterThan(0))
                .body("errors[0].extensions.traceId", not(equalTo("0".repeat(32))));
        ask(issuer.operator(), "{\n  call(id: 254137) { nothing }\n}")
                .body("errors[0].locations[0].line", equalTo(2));
        ask(issuer.token("8", "customer"), "{ mine: call(id: 254137) { fare } }")
                .body("errors[0].path", equalTo(List.of("mine")))
                .body("errors[0].locations[0].line", equalTo(1));
    }

    @Test
    void belongsToTheTraceOfItsSenderWithAllThatItAsksAndAllThatItAnswers() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        for (String query : List.of("{ driver { driverId } }", "{ nothing }", "{", "  ")) {
            client().header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                    .contentType(JSON)
                    .body(body(query))
                    .post("/graphql")
                    .then()
                    .body("errors[0].extensions.traceId", equalTo(trace));
        }
        client().header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .contentType(JSON)
                .body(body("{ driver(driverId: 1) { driverId } }"))
                .post("/graphql")
                .then()
                .body("errors[0].extensions.traceId", equalTo(trace));
        assertThat(services.traceParent()).contains(trace);
    }

    @Test
    void refusesBodiesThatAreNoRequestAndNeverFails() {
        for (String body :
                List.of(
                        "   ",
                        "[{\"query\":\"{ __typename }\"}]",
                        "[]",
                        "null",
                        "\"query\"",
                        "{\"query\":5}",
                        "{\"query\":null}",
                        "{\"query\":\"\"}",
                        "{\"query\":\"{ __typename }\",\"variables\":\"x\"}",
                        "{\"query\":\"{ __typename }\",\"variables\":\"\"}",
                        "{\"query\":\"{ __typename }\",\"variables\":[]}",
                        "{\"query\":\"{ __typename }\",\"operationName\":{}}",
                        "{\"query\":\"{ __typename }\",\"operationName\":5}",
                        "{\"query\":\"{ __typename }\",\"extensions\":5}",
                        "{\"query\":\"{ __typename }\"}{\"query\":\"{ __typename }\"}",
                        "{\"query\":\"{ __typename }",
                        "{\"query\":\"{ __typename }\",\"variables\":"
                                + "[".repeat(1000)
                                + "]".repeat(1000)
                                + "}",
                        "{\"query\":\"{ __typename }\",\"variables\":{\"a\":"
                                + "9".repeat(2000)
                                + "}}")) {
            refused(post(JSON, body), 400, "");
        }
        refused(post(JSON, ""), 400, "body");
    }

    @Test
    void takesNullWhereNothingNeedBeGivenAndAByteOrderMark() {
        for (String body :
                List.of(
                        "{\"query\":\"{ __typename }\",\"variables\":null,\"operationName\":null,\"extensions\":null}",
                        "{\"query\":\"{ __typename }\",\"operationName\":\"\"}",
                        "\ufeff{\"query\":\"{ __typename }\"}")) {
            post(JSON, body).statusCode(200).body("data.__typename", equalTo("Query"));
        }
    }

    @Test
    void saysThatBatchesAreNotTaken() {
        post(JSON, "[{\"query\":\"{ __typename }\"},{\"query\":\"{ __typename }\"}]")
                .statusCode(400)
                .body("errors[0].extensions.offending", containsString("a list of requests"));
    }

    @Test
    void refusesOtherTypesOfBodiesOtherMethodsAndBodiesThatAreTooLong() {
        refused(
                client().contentType("text/plain").body(body(CALL_QUERY)).post("/graphql").then(),
                415,
                "Content-Type");
        refused(
                client().contentType("application/json; charset=iso-8859-1")
                        .body(body(CALL_QUERY))
                        .post("/graphql")
                        .then(),
                415,
                "Content-Type");
        refused(client().put("/graphql").then(), 405, "method PUT");
        refused(client().delete("/graphql").then(), 405, "method DELETE");
        refused(post(JSON, body("{ __typename } #" + "x".repeat(300_000))), 413, "body");
    }

    @Test
    void answersQueriesByGetButNoMutations() {
        client().queryParam("query", "query Q($id: ID!) { call(id: $id) { fare } }")
                .queryParam("variables", "{\"id\":\"254137\"}")
                .queryParam("operationName", "Q")
                .queryParam("extensions", "{}")
                .get("/graphql")
                .then()
                .statusCode(200)
                .body("data.call.fare", equalTo(18000));
        refused(
                client().queryParam(
                                "query",
                                "mutation { cancelCall(input: {callId: 254137}) { call { fare } } }")
                        .get("/graphql")
                        .then(),
                405,
                "a mutation");
        refused(client().get("/graphql").then(), 400, "query");
        refused(
                client().queryParam("query", "{ __typename }")
                        .queryParam("variables", "x")
                        .get("/graphql")
                        .then(),
                400,
                "variables");
        assertThat(services.asked(CallServiceGrpc.getCancelMethod())).isEmpty();
    }

    @Test
    void refusesSubscriptionsWithoutAWebsocket() {
        ask(issuer.driver(), "subscription { commands(driverId: 1004550) { state } }")
                .body("data", nullValue())
                .body("errors[0].extensions.reason", equalTo("INVALID_ARGUMENT"))
                .body("errors[0].extensions.offending", equalTo("a subscription"));
    }

    /** As Apollo's clients do; the hash is that of {@code printf %s DOCUMENT | sha256sum}. */
    @Test
    void keepsADocumentThatComesWithItsHash() {
        String document = "{ again: __typename }";
        String persisted =
                "\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"%s\"}}"
                        .formatted(
                                "a7c54a9791b5f3d724907cb9e7d0cdfebf4bd2d05dac2a6fac2b42c0c76beb1c");

        post(JSON, "{" + persisted + "}")
                .statusCode(200)
                .body("errors[0].message", equalTo("PersistedQueryNotFound"))
                .body("errors[0].extensions.code", equalTo("PERSISTED_QUERY_NOT_FOUND"));
        post(JSON, "{\"query\":\"" + document + "\"," + persisted + "}")
                .body("data.again", equalTo("Query"));
        post(JSON, "{" + persisted + "}").statusCode(200).body("data.again", equalTo("Query"));
    }

    @Test
    void aHashOfAnotherDocumentIsRefused() {
        post(
                        JSON,
                        "{\"query\":\"{ __typename }\",\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"ecf4\"}}}")
                .body("data", nullValue())
                .body("errors[0].extensions.reason", equalTo("INVALID_ARGUMENT"))
                .body(
                        "errors[0].extensions.expected",
                        equalTo("the SHA-256 of the document, in hex"));
    }

    @Test
    void knowsTheDocumentsOfTheConsoleByTheirHashes() throws IOException {
        Map<String, String> documents =
                new JsonMapper()
                        .readValue(
                                Path.of("src/main/resources/persisted-documents.json").toFile(),
                                new TypeReference<>() {});
        String hash =
                documents.entrySet().stream()
                        .filter(document -> document.getValue().startsWith("query Regions"))
                        .findFirst()
                        .orElseThrow()
                        .getKey();

        post(
                        JSON,
                        "{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"%s\"}}}"
                                .formatted(hash))
                .statusCode(200)
                // no service answers here, but this is what was asked
                .body("errors[0].path[0]", equalTo("policies"));
    }

    @Test
    void letsBrowsersOfAllowedOriginsAsk() {
        RestAssured.given()
                .header("Origin", "https://console.test")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options("/graphql")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://console.test");
        RestAssured.given()
                .header("Origin", "https://stranger.test")
                .header("Access-Control-Request-Method", "POST")
                .options("/graphql")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private ValidatableResponse post(String accept, String body) {
        return client().accept(accept).contentType(JSON).body(body).post("/graphql").then();
    }

    private RequestSpecification client() {
        return RestAssured.given()
                .config(
                        RestAssuredConfig.config()
                                .encoderConfig(
                                        EncoderConfig.encoderConfig()
                                                .defaultContentCharset(StandardCharsets.UTF_8)
                                                .appendDefaultContentCharsetToContentTypeIfUndefined(
                                                        false)))
                .header("Authorization", "Bearer " + issuer.operator());
    }

    private static void refused(ValidatableResponse answer, int status, String offending) {
        answer.statusCode(status)
                .body("errors[0].extensions.reason", equalTo("INVALID_ARGUMENT"))
                .body("errors[0].extensions.offending", containsString(offending))
                .body("errors[0].extensions.expected", notNullValue());
    }

    private static String body(String query) {
        return new io.vertx.core.json.JsonObject(Map.of("query", query)).encode();
    }
}
