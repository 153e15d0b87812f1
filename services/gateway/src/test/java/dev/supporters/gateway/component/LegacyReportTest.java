package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.CALL;
import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.call.v1.ReportGeneralResponse;
import dev.supporters.proto.commander.v1.CommandOutcome;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.commander.v1.RespondResponse;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.testkit.Embedded;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** What the legacy system reports. */
@QuarkusTest
class LegacyReportTest extends ComponentTest {

    @Test
    void takesASupportersRefusalFromTheLegacySystem() {
        // Given
        services.answer(
                CommanderServiceGrpc.getRespondMethod(),
                request ->
                        RespondResponse.newBuilder()
                                .setOutcome(CommandOutcome.COMMAND_OUTCOME_REFUSED)
                                .build());

        // When
        legacyPut("reject", Map.of("call_id", CALL, "driver_id", DRIVER, "reason_code", "too_far"))
                .statusCode(200)
                .body("outcome", equalTo("refused"));

        // Then
        assertThat(services.asked(CommanderServiceGrpc.getRespondMethod()))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.getCallId()).isEqualTo(CALL);
                    assertThat(request.getDriverId()).isEqualTo(DRIVER);
                    assertThat(request.getRefuse().getReason().name())
                            .isEqualTo("REFUSAL_REASON_TOO_FAR");
                });
    }

    @Test
    void tellsTheLegacySystemWhyARefusalDoesNotCount() {
        Map<String, String> body =
                Map.of("call_id", CALL, "driver_id", DRIVER, "reason_code", "TOO_FAR");
        services.answer(
                CommanderServiceGrpc.getRespondMethod(),
                request -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_COMMAND_DECIDED,
                            "accepted by silence",
                            "an open command");
                });
        legacyPut("reject", body).statusCode(409).body("reason", equalTo("COMMAND_DECIDED"));
        services.answer(
                CommanderServiceGrpc.getRespondMethod(),
                request -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_COMMAND_NOT_FOUND, "none", "a command");
                });
        legacyPut("reject", body).statusCode(404).body("code", equalTo("NOT_FOUND"));
        legacyPut("reject", Map.of("call_id", CALL, "driver_id", DRIVER, "reason_code", "bored"))
                .statusCode(400);
    }

    @Test
    void refusesAStepWhoseTimeIsANumberAndNamesTheField() {
        // When
        ValidatableResponse answer =
                legacyPut(
                        "general_dispatch",
                        Map.of(
                                "request_id",
                                "case-13-4",
                                "call_id",
                                CALL,
                                "step",
                                "picked_up",
                                "driver_id",
                                "9900002",
                                "event_time",
                                1_772_453_400_000L));

        // Then
        answer.statusCode(400).body(containsString("event_time"));
        assertThat(services.asked(CallServiceGrpc.getReportGeneralMethod())).isEmpty();
    }

    @Test
    void takesStepsOfGeneralDispatchAndIgnoresThoseOfEndedCalls() {
        Map<String, String> step =
                Map.of(
                        "request_id",
                        "r1",
                        "call_id",
                        CALL,
                        "step",
                        "picked_up",
                        "driver_id",
                        "77",
                        "event_time",
                        "2026-11-20T12:30:00Z");
        services.answer(
                CallServiceGrpc.getReportGeneralMethod(),
                request -> ReportGeneralResponse.getDefaultInstance());
        legacyPut("general_dispatch", step).statusCode(200).body("outcome", equalTo("noted"));
        services.answer(
                CallServiceGrpc.getReportGeneralMethod(),
                request -> {
                    throw new Refusal(ErrorReason.ERROR_REASON_CALL_ENDED, "ended", "a live call");
                });
        legacyPut("general_dispatch", step).statusCode(200).body("outcome", equalTo("ignored"));
        services.answer(
                CallServiceGrpc.getReportGeneralMethod(),
                request -> {
                    throw new Refusal(ErrorReason.ERROR_REASON_CALL_NOT_FOUND, "none", "a call");
                });
        legacyPut("general_dispatch", step).statusCode(404);
        assertThat(
                        services.asked(CallServiceGrpc.getReportGeneralMethod())
                                .getFirst()
                                .getStep()
                                .name())
                .isEqualTo("GENERAL_STEP_PICKED_UP");
    }

    @Test
    void letsOnlyTheLegacySystemReport() {
        for (String token : List.of("nonsense", issuer.operator())) {
            RestAssured.given()
                    .header("Authorization", "Bearer " + token)
                    .contentType("application/json")
                    .body(Map.of("call_id", CALL))
                    .put("/d/v1/calls/reject")
                    .then()
                    .statusCode(401);
        }
        RestAssured.given().put("/d/v1/calls/reject").then().statusCode(401);
        ask(Embedded.LEGACY_TOKEN, "{ __typename }").statusCode(401);
        ask(issuer.token("x", "legacy"), "{ __typename }").statusCode(200);
        RestAssured.given()
                .header("Authorization", "Bearer " + issuer.token("x", "legacy"))
                .put("/d/v1/calls/reject")
                .then()
                .statusCode(401);
    }

    /** While the secret is being changed the legacy system shows one of two: whichever it is, nothing that it reports is lost. */
    @Test
    void letsTheLegacySystemReportWithEitherOfTwoSecrets() {
        services.answer(
                CallServiceGrpc.getReportGeneralMethod(),
                request -> ReportGeneralResponse.getDefaultInstance());
        for (String token : List.of(Embedded.LEGACY_TOKEN, GatewayEnvironment.OTHER_LEGACY_TOKEN)) {
            legacyPut(
                            token,
                            "general_dispatch",
                            Map.of(
                                    "request_id",
                                    "with-" + token,
                                    "call_id",
                                    CALL,
                                    "step",
                                    "picked_up",
                                    "driver_id",
                                    "77",
                                    "event_time",
                                    "2026-11-20T12:30:00Z"))
                    .statusCode(200)
                    .body("outcome", equalTo("noted"));
        }
        ask(GatewayEnvironment.OTHER_LEGACY_TOKEN, "{ __typename }").statusCode(401);
    }

    private static ValidatableResponse legacyPut(String path, Map<String, ?> body) {
        return legacyPut(Embedded.LEGACY_TOKEN, path, body);
    }

    private static ValidatableResponse legacyPut(String token, String path, Map<String, ?> body) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(body)
                .put("/d/v1/calls/" + path)
                .then();
    }
}
