package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.DRIVER;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.commander.v1.GetCallCommandsResponse;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.insight.v1.DecisionResponse;
import dev.supporters.proto.insight.v1.InsightServiceGrpc;
import dev.supporters.proto.settlement.v1.AdjustRequest;
import dev.supporters.proto.settlement.v1.AdjustResponse;
import dev.supporters.proto.settlement.v1.SettlementServiceGrpc;
import dev.supporters.proto.work.v1.BeginRequest;
import dev.supporters.proto.work.v1.BeginResponse;
import dev.supporters.proto.work.v1.Work;
import dev.supporters.proto.work.v1.WorkServiceGrpc;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What the console's page on gRPC asks the gateway. */
@QuarkusTest
class GrpcPageTest extends ComponentTest {

    private static final String BEGIN = "/grpc/supporters.work.v1.WorkService/Begin";
    private static final String COMMANDS =
            "/grpc/supporters.commander.v1.CommanderService/GetCallCommands";
    private static final String COMMANDS_OF_A_CALL = "{\"callIds\": [\"254137\"]}";
    private static final String FORM =
            """
            {"requestId": "r1", "driverId": "%s", "product": "PRODUCT_DRIVER",
             "location": {"lat": 37.39433886412452, "lng": 127.1105739023173},
             "appPlatform": "APP_PLATFORM_ANDROID", "appVersion": "5.2.0"}\
            """
                    .formatted(DRIVER);

    @Test
    void tellsEveryMethodAndWhatItsRequestIsMadeOf() {
        given(issuer.operator())
                .get("/grpc/services")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("services.work.name", equalTo("supporters.work.v1.WorkService"))
                .body("services.work.methods.name", hasItems("Begin", "GetStatus"))
                .body("services.insight.methods.name", hasItem("Kpis"))
                .body(
                        "services.commander.methods.find { it.name == 'Watch' }.stream",
                        equalTo(true))
                .body(field("requestId") + ".kind", equalTo("text"))
                .body(field("requestId") + ".required", equalTo(true))
                .body(field("product") + ".of", equalTo("supporters.common.v1.Product"))
                .body(field("appVersion") + ".hint", equalTo("app version"))
                .body(
                        "enums.'supporters.common.v1.Product'",
                        equalTo(List.of("PRODUCT_UNSPECIFIED", "PRODUCT_DRIVER")))
                .body(
                        "messages.'supporters.commander.v1.RespondRequest'.find { it.name =="
                                + " 'refuse' }.oneof",
                        equalTo("answer"))
                .body(
                        "messages.'supporters.policy.v1.Policy'.find { it.name == 'veto' }.kind",
                        equalTo("duration"));
    }

    @Test
    void anOperatorCallsAMethod() {
        // Given
        services.answer(
                WorkServiceGrpc.getBeginMethod(),
                request ->
                        BeginResponse.newBuilder()
                                .setWork(
                                        Work.newBuilder()
                                                .setDriverId(request.getDriverId())
                                                .setProduct(request.getProduct()))
                                .build());
        // When
        call(issuer.operator(), BEGIN, FORM)
                .statusCode(200)
                .contentType("application/json")
                .body("work.driverId", equalTo(DRIVER));
        // Then
        BeginRequest asked = services.asked(WorkServiceGrpc.getBeginMethod()).getFirst();
        assertThat(asked.getProduct()).isEqualTo(Product.PRODUCT_DRIVER);
        assertThat(asked.getLocation().getLat()).isEqualTo(37.39433886412452);
        // the same key as that of the same operator's mutation
        assertThat(asked.getRequestId()).isEqualTo("beginWork:op:r1");
    }

    @Test
    void theActorIsTheOperator() {
        // Given
        services.answer(
                SettlementServiceGrpc.getAdjustMethod(),
                request -> AdjustResponse.newBuilder().build());
        String adjust = "/grpc/supporters.settlement.v1.SettlementService/Adjust";
        String body =
                """
                {"requestId": "r1", "driverId": "7", "businessDate": "2026-11-20", "product": "PRODUCT_DRIVER",
                 "amount": {"amount": "500", "currency": "KRW"}, "reason": "a wrong rest"%s}\
                """;
        // When
        call(issuer.operator(), adjust, body.formatted(", \"actor\": \"another\"")).statusCode(400);
        call(issuer.operator(), adjust, body.formatted("")).statusCode(200);
        // Then
        assertThat(services.asked(SettlementServiceGrpc.getAdjustMethod()))
                .extracting(AdjustRequest::getActor)
                .containsExactly("op");
    }

    @Test
    void metadataGoesToTheServiceButNobodySpeaksAsTheGateway() {
        services.answer(
                WorkServiceGrpc.getBeginMethod(), request -> BeginResponse.getDefaultInstance());

        given(issuer.operator())
                .header("Grpc-Metadata-X-Note", "a try")
                .contentType("application/json")
                .body(FORM)
                .post(BEGIN)
                .then()
                .statusCode(200);
        assertThat(services.header("x-note")).isEqualTo("a try");

        for (String name :
                List.of("Authorization", "X-Request-Id", "Grpc-Timeout", "Any-Bin", "A%20B")) {
            given(issuer.operator())
                    .header("Grpc-Metadata-" + name, "x")
                    .contentType("application/json")
                    .body(FORM)
                    .post(BEGIN)
                    .then()
                    .statusCode(400);
        }
        assertThat(services.asked(WorkServiceGrpc.getBeginMethod())).hasSize(1);
    }

    @Test
    void aRefusalIsTheStatusOfTheProtocol() {
        services.answer(
                WorkServiceGrpc.getBeginMethod(),
                request -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_WORK_WINDOW_CLOSED, "12:00", "21:00 to 01:00");
                });

        call(issuer.operator(), BEGIN, FORM)
                .statusCode(409)
                .body("code", equalTo(9))
                .body("details[0].reason", equalTo("WORK_WINDOW_CLOSED"))
                .body("details[0].metadata.offending", equalTo("12:00"))
                .body("details[0].metadata.traceId", notNullValue());
        call(issuer.operator(), BEGIN, "{}")
                .statusCode(400)
                .body("details[0].metadata.offending", containsString("request_id"));
        call(issuer.operator(), BEGIN, "{\"unknown\": 1}").statusCode(400);
        given(issuer.operator())
                .contentType("text/plain")
                .body(FORM)
                .post(BEGIN)
                .then()
                .statusCode(415);
    }

    @Test
    void aMethodThatThereIsNotIsNotFoundAndAStreamIsNotServed() {
        for (String name :
                List.of(
                        "supporters.work.v1.WorkService/Nothing",
                        "supporters.remote.v1.RemotePartService/List",
                        "grpc.health.v1.Health/Check")) {
            call(issuer.operator(), "/grpc/" + name, "{}").statusCode(404).body("code", equalTo(5));
        }
        call(
                        issuer.operator(),
                        "/grpc/supporters.commander.v1.CommanderService/Watch",
                        "{\"driverId\": \"7\"}")
                .statusCode(501)
                .body("code", equalTo(12))
                .body("details[0].reason", equalTo("STREAM"));
        assertThat(services.askedMethods()).isEmpty();
    }

    @Test
    void isForOperatorsOnly() {
        for (String token :
                List.of(
                        issuer.driver(),
                        issuer.customer(),
                        issuer.token("s", "service"),
                        issuer.token("x"))) {
            given(token).get("/grpc/services").then().statusCode(403);
            call(token, BEGIN, FORM)
                    .statusCode(403)
                    .body("details[0].reason", equalTo("PERMISSION_DENIED"));
        }
        RestAssured.get("/grpc/services").then().statusCode(401).body("code", equalTo(16));
        RestAssured.post(BEGIN).then().statusCode(401);
        // nobody speaks for a driver
        call(
                        issuer.operator(),
                        "/grpc/supporters.settlement.v1.SettlementService/OpenDispute",
                        "{}")
                .statusCode(403);
        assertThat(services.askedMethods()).isEmpty();
    }

    @Test
    void alsoCallsWhatRestDoesNotOffer() {
        services.answer(
                InsightServiceGrpc.getDecisionMethod(),
                request -> DecisionResponse.getDefaultInstance());

        call(
                        issuer.operator(),
                        "/grpc/supporters.insight.v1.InsightService/Decision",
                        "{\"callId\": \"254137\"}")
                .statusCode(200);
    }

    /** Whom the gateway itself never asks, an operator may ask where all services share one token. */
    @Test
    void whatIsAskedByHandIsNotAskedAsTheGateway() {
        services.answer(
                CommanderServiceGrpc.getGetCallCommandsMethod(),
                request -> GetCallCommandsResponse.getDefaultInstance());

        call(issuer.operator(), COMMANDS, COMMANDS_OF_A_CALL).statusCode(200);

        assertThat(services.header("supporters-caller")).isEqualTo("null");
    }

    /** Where callers have tokens of their own, the service decides by the gateway's. */
    @Test
    void thatTheGatewayMayNotAskIsTheServicesAnswer() {
        services.answer(
                CommanderServiceGrpc.getGetCallCommandsMethod(),
                request -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_CALLER_NOT_ALLOWED, "a caller", "[call]");
                });

        call(issuer.operator(), COMMANDS, COMMANDS_OF_A_CALL)
                .statusCode(403)
                .body("details[0].reason", equalTo("CALLER_NOT_ALLOWED"))
                .body("details[0].metadata.expected", equalTo("[call]"));
    }

    private static String field(String name) {
        return "messages.'supporters.work.v1.BeginRequest'.find { it.name == '" + name + "' }";
    }

    private static ValidatableResponse call(String token, String path, String body) {
        return given(token).contentType("application/json").body(body).post(path).then();
    }

    private static RequestSpecification given(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token);
    }
}
