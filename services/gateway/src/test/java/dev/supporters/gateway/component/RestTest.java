package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.CALL;
import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.SampleCalls.call;
import static dev.supporters.gateway.component.GatewayRequests.isCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.commander.v1.CloseCallResponse;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.policy.v1.PolicyServiceGrpc;
import dev.supporters.proto.policy.v1.PutResponse;
import dev.supporters.proto.settlement.v1.AdjustRequest;
import dev.supporters.proto.settlement.v1.AdjustResponse;
import dev.supporters.proto.settlement.v1.SettlementServiceGrpc;
import dev.supporters.proto.work.v1.BeginRequest;
import dev.supporters.proto.work.v1.BeginResponse;
import dev.supporters.proto.work.v1.GetStatusResponse;
import dev.supporters.proto.work.v1.Work;
import dev.supporters.proto.work.v1.WorkServiceGrpc;
import dev.supporters.proto.work.v1.WorkType;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import org.junit.jupiter.api.Test;

/** REST: the same services as by GraphQL, by the paths of the protos. */
@QuarkusTest
class RestTest extends ComponentTest {

    private static final String BEGIN = "/v1/drivers/" + DRIVER + "/work:begin";
    private static final String STATUS = "/v1/drivers/" + DRIVER + "/work?product=PRODUCT_DRIVER";
    private static final String BODY =
            """
            {"requestId": "r1", "product": "PRODUCT_DRIVER", "workType": "WORK_TYPE_HOURLY", "location": {"lat": 37.5, "lng": 127.0},
             "appPlatform": "APP_PLATFORM_IOS", "appVersion": "5.2.0"}\
            """;
    private static final String INVALID = "INVALID_ARGUMENT";

    @Test
    void aDriverBeginsTheShift() {
        // Given
        services.answer(
                WorkServiceGrpc.getBeginMethod(),
                request -> BeginResponse.newBuilder().setWork(work(request.getDriverId())).build());
        // When
        post(issuer.driver(), BEGIN, BODY)
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .header("X-Request-Id", notNullValue())
                .body("work.driverId", equalTo(DRIVER))
                .body("work.restedSeconds", equalTo("0"));
        // Then
        BeginRequest asked = services.asked(WorkServiceGrpc.getBeginMethod()).getFirst();
        assertThat(asked.getRequestId()).isEqualTo("beginWork:" + DRIVER + ":r1");
        assertThat(asked.getAppVersion()).isEqualTo("5.2.0");
        assertThat(asked.getWorkType()).isEqualTo(WorkType.WORK_TYPE_HOURLY);
        assertThat(services.traceParent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    }

    @Test
    void aRefusalIsTheStatusOfTheProtocol() {
        // Given
        services.answer(
                WorkServiceGrpc.getBeginMethod(),
                request -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_WORK_WINDOW_CLOSED, "12:00", "21:00 to 01:00");
                });
        // When and then
        post(issuer.driver(), BEGIN, BODY)
                .statusCode(409)
                .body("code", equalTo(9))
                .body("message", containsString("WORK_WINDOW_CLOSED"))
                .body("details[0].'@type'", equalTo("type.googleapis.com/google.rpc.ErrorInfo"))
                .body("details[0].reason", equalTo("WORK_WINDOW_CLOSED"))
                .body("details[0].domain", equalTo("supporters.dev"))
                .body("details[0].metadata.offending", equalTo("12:00"))
                .body("details[0].metadata.expected", equalTo("21:00 to 01:00"))
                .body("details[0].metadata.retryable", equalTo("false"))
                .body("details[0].metadata.traceId", notNullValue());
    }

    @Test
    void aServiceThatDoesNotAnswerIs503() {
        get(issuer.driver(), STATUS).statusCode(503).body("code", equalTo(14));
    }

    @Test
    void nobodySeesWhatIsAnothers() {
        // Given
        services.answer(
                WorkServiceGrpc.getGetStatusMethod(),
                request -> GetStatusResponse.newBuilder().build());
        String anothers = "/v1/drivers/99/work?product=PRODUCT_DRIVER";
        // When and then
        get(issuer.driver(), STATUS).statusCode(200).body("work", nullValue());
        get(issuer.operator(), anothers).statusCode(200);
        get(issuer.token("s", "service"), anothers).statusCode(200);
        get(issuer.driver(), anothers)
                .statusCode(403)
                .body("details[0].reason", equalTo("PERMISSION_DENIED"));
        get(issuer.customer(), anothers).statusCode(403);
        get(issuer.token("x"), anothers).statusCode(403);
        assertThat(services.asked(WorkServiceGrpc.getGetStatusMethod())).hasSize(3);
    }

    @Test
    void whatIsForOperatorsIsForNobodyElse() {
        String adjust = "/v1/drivers/" + DRIVER + "/statements/2026-11-20:adjust";
        for (String token :
                new String[] {issuer.driver(), issuer.customer(), issuer.token("s", "service")}) {
            post(token, adjust, "{}").statusCode(403);
        }
        for (String path : new String[] {"/v1/calls/" + CALL, "/v1/calls", "/v1/statements"}) {
            get(issuer.driver(), path).statusCode(403);
            get(issuer.customer(), path).statusCode(403);
        }
        post(issuer.operator(), "/v1/disputes/1:withdraw", "{}").statusCode(403);
        post(
                        issuer.token("s", "service"),
                        "/v1/drivers/" + DRIVER + ":setActivityMode",
                        "{\"requestId\": \"r\", \"product\": \"PRODUCT_DRIVER\", \"mode\":"
                                + " \"ACTIVITY_MODE_OFF\"}")
                .statusCode(403);
        assertThat(services.asked(SettlementServiceGrpc.getAdjustMethod())).isEmpty();
    }

    @Test
    void withoutAValidTokenNothingIsRead() {
        for (String path : new String[] {STATUS, "/v1/nothing", "/v1/"}) {
            RestAssured.get(path)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", "Bearer")
                    .body("code", equalTo(16))
                    .body("details[0].reason", equalTo("UNAUTHENTICATED"));
        }
        for (String token :
                new String[] {
                    "nonsense",
                    issuer.expired(DRIVER, "driver"),
                    issuer.ofAnotherIssuer(DRIVER, "driver"),
                    issuer.signedByAnother(DRIVER, "driver")
                }) {
            get(token, STATUS).statusCode(401).body("code", equalTo(16));
        }
    }

    @Test
    void anUnknownPathTellsNothingOfTheRequest() {
        for (String path :
                new String[] {
                    "/v1/nothing", "/v1/drivers", "/v1/calls/1/2/3", "/v1/drivers/7/work:SECRET"
                }) {
            post(issuer.operator(), path, "{\"a\": \"SECRET\"}")
                    .statusCode(404)
                    .body("code", equalTo(5))
                    .body("message", equalTo("no such path"))
                    .body(not(containsString("SECRET")));
        }
        get(issuer.operator(), "/v1/nothing")
                .body("details[0].reason", equalTo("NO_SUCH_PATH"))
                .body("details[0].domain", equalTo("supporters.dev"))
                .body("details[0].metadata.traceId", notNullValue());
    }

    @Test
    void anotherMethodOfHttpIsRefusedWithThoseThatThePathTakes() {
        for (String method : new String[] {"GET", "PATCH", "HEAD"}) {
            given(issuer.operator())
                    .request(method, BEGIN)
                    .then()
                    .statusCode(405)
                    .header("Allow", "POST");
        }
        get(issuer.operator(), BEGIN)
                .body("code", equalTo(12))
                .body("details[0].reason", equalTo("METHOD_NOT_ALLOWED"));
    }

    @Test
    void whoeverAsksTooOftenIsRefusedAndNobodyElse() {
        // Given
        services.answer(
                WorkServiceGrpc.getGetStatusMethod(),
                request -> GetStatusResponse.newBuilder().build());
        String greedy = issuer.token("greedy-of-rest", "driver");
        String path = "/v1/drivers/greedy-of-rest/work?product=PRODUCT_DRIVER";
        int limit = 2_000; // of GatewayEnvironment; the clock stands still
        for (int each = 0; each < limit; each++) {
            get(greedy, "/v1/nothing").statusCode(404);
        }
        // When and then
        get(greedy, path)
                .statusCode(429)
                .header("Retry-After", "1")
                .body("details[0].reason", equalTo("RESOURCE_EXHAUSTED"))
                .body("details[0].metadata.retryable", equalTo("true"));
        get(issuer.driver(), STATUS).statusCode(200);
        assertThat(services.asked(WorkServiceGrpc.getGetStatusMethod())).hasSize(1);
    }

    @Test
    void browsersOfAllowedOriginsMayChangeThings() {
        for (String method : new String[] {"PUT", "DELETE"}) {
            RestAssured.given()
                    .header("Origin", "https://console.test")
                    .header("Access-Control-Request-Method", method)
                    .header("Access-Control-Request-Headers", "authorization,content-type")
                    .options("/v1/entities/7/tags/a")
                    .then()
                    .statusCode(200)
                    .header("Access-Control-Allow-Origin", "https://console.test")
                    .header("Access-Control-Allow-Methods", containsString(method));
        }
        given(issuer.operator())
                .header("Origin", "https://console.test")
                .get("/v1/nothing")
                .then()
                .header("Access-Control-Expose-Headers", containsString("retry-after"));
    }

    @Test
    void aBodyThatIsNoRequestIsRefused() {
        for (String body :
                new String[] {
                    "{",
                    "[]",
                    "{\"unknown\": 1}",
                    "{\"product\": 1.5}",
                    "{\"location\": \"here\"}",
                    "{\"requestId\": 7e99999}",
                    "{}",
                    "[".repeat(2_000)
                }) {
            post(issuer.driver(), BEGIN, body)
                    .statusCode(400)
                    .body("details[0].reason", equalTo(INVALID));
        }
        // a bound of the protos, by the name that the protos have
        post(issuer.driver(), BEGIN, BODY.replace("5.2.0", "latest"))
                .statusCode(400)
                .body("details[0].metadata.offending", containsString("app_version"));
        post(issuer.driver(), BEGIN, BODY.replace("\"r1\"", "\"a\\u202eb\"")).statusCode(400);
        assertThat(services.asked(WorkServiceGrpc.getBeginMethod())).isEmpty();
    }

    @Test
    void aBodyOfAnotherKindOrTooLongIsRefused() {
        given(issuer.driver())
                .contentType("text/plain")
                .body(BODY)
                .post(BEGIN)
                .then()
                .statusCode(415);
        given(issuer.driver())
                .contentType("application/json")
                .body("{\"requestId\": \"" + "x".repeat(300_000) + "\"}")
                .post(BEGIN)
                .then()
                .statusCode(413);
        assertThat(services.asked(WorkServiceGrpc.getBeginMethod())).isEmpty();
    }

    @Test
    void whoDoesSomethingIsWhoAsks() {
        // Given
        services.answer(
                SettlementServiceGrpc.getAdjustMethod(),
                request -> AdjustResponse.newBuilder().build());
        services.answer(
                PolicyServiceGrpc.getPutMethod(),
                request -> PutResponse.newBuilder().setPolicy(Policy.newBuilder()).build());
        String adjust = "/v1/drivers/" + DRIVER + "/statements/2026-11-20:adjust";
        String body =
                """
                {"requestId": "r1", "product": "PRODUCT_DRIVER", "amount": {"amount": "500", "currency": "KRW"},
                 "reason": "a wrong rest"%s}\
                """;
        // When
        post(issuer.operator(), adjust, body.formatted("")).statusCode(200);
        post(issuer.operator(), adjust, body.formatted(", \"actor\": \"another\""))
                .statusCode(400)
                .body("details[0].metadata.offending", containsString("actor"));
        post(issuer.operator(), adjust, body.replace("\"requestId\": \"r1\", ", "").formatted(""))
                .statusCode(400)
                .body("details[0].metadata.offending", containsString("request_id"));
        // Then
        AdjustRequest asked = services.asked(SettlementServiceGrpc.getAdjustMethod()).getFirst();
        assertThat(asked.getActor()).isEqualTo("op");
        assertThat(asked.getDriverId()).isEqualTo(DRIVER);
        assertThat(asked.getBusinessDate()).isEqualTo("2026-11-20");
        assertThat(services.asked(SettlementServiceGrpc.getAdjustMethod())).hasSize(1);
    }

    @Test
    void aCallThatIsRequestedAgainIsTheSameCallAndReachesGeneralDispatch() {
        // Given `call` does not answer, and nobody was commanded
        legacy.answer("POST /api/v1/calls.json", 201, "{}");
        services.answer(
                CommanderServiceGrpc.getCloseCallMethod(),
                request -> CloseCallResponse.getDefaultInstance());
        String body =
                """
                {"requestId": "order-1", "product": "PRODUCT_DRIVER", "customerId": "7", "customerName": "Kim",
                 "origin": {"lat": "37.3943", "lng": "127.1105"}, "destination": {"lat": "37.5", "lng": "127.0"},
                 "fare": {"amount": 18000, "currency": "KRW"}, "distanceMeters": 12000}\
                """;
        String service = issuer.token("s", "service");
        // When
        String callId =
                post(service, "/v1/calls", body)
                        .statusCode(200)
                        .body("call.state", equalTo("CALL_STATE_GENERAL"))
                        .body("call.reason", equalTo("CALL_UNAVAILABLE"))
                        .extract()
                        .path("call.callId");
        post(service, "/v1/calls", body).statusCode(200).body("call.callId", equalTo(callId));
        // Then
        assertThat(services.asked(CallServiceGrpc.getRequestMethod()))
                .extracting(RequestRequest::getCallId)
                .containsOnly(callId);
        // a number of ours is nobody else's to give
        post(
                        service,
                        "/v1/calls",
                        body.replace(
                                "{\"requestId\"",
                                "{\"callId\": \"900000000000000001\", \"requestId\""))
                .statusCode(400);
    }

    @Test
    void anOperatorReadsACall() {
        isCall(services, call(CallState.CALL_STATE_GENERAL).build());

        get(issuer.operator(), "/v1/calls/" + CALL)
                .statusCode(200)
                .body("call.callId", equalTo(CALL))
                .body("call.fare.amount", equalTo("18000"))
                .body("call.destination.poi", containsString("destination"));
        get(issuer.operator(), "/v1/calls/abc").statusCode(400);
    }

    @Test
    void theDescriptionIsPublished() {
        RestAssured.get("/openapi.json")
                .then()
                .statusCode(200)
                .body("openapi", equalTo("3.1.0"))
                .body(
                        "paths.'/v1/drivers/{driver_id}/work:begin'.post.operationId",
                        notNullValue());
    }

    private static Work work(String driverId) {
        return Work.newBuilder().setDriverId(driverId).setProduct(Product.PRODUCT_DRIVER).build();
    }

    private static ValidatableResponse get(String token, String path) {
        return given(token).get(path).then();
    }

    private static ValidatableResponse post(String token, String path, String body) {
        return given(token).contentType("application/json").body(body).post(path).then();
    }

    private static RequestSpecification given(String token) {
        // a client that writes the colon of a verb as it is
        return RestAssured.given()
                .urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + token);
    }
}
