package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.call;
import static dev.supporters.gateway.component.GatewayRequests.ask;
import static dev.supporters.gateway.component.GatewayRequests.isCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.ErrorReason;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import org.junit.jupiter.api.Test;

import java.util.List;

/** A call that is read. */
@QuarkusTest
class CallLookupTest extends ComponentTest {

    @Test
    void keepsTheDestinationFromADriverUntilHeHasAccepted() {
        // Given
        String query =
                "{ call(id: 254137) { status destination { poi } stopover stopoverLocation { poi } distance userName tags { name } tagNames"
                        + " appLocation { poi } origin { poi } } }";
        isCall(services, call(CallState.CALL_STATE_COMMANDED).build());

        // When
        String before = ask(issuer.driver(), query).statusCode(200).extract().asString();
        isCall(services, call(CallState.CALL_STATE_ACCEPTED).build());
        ValidatableResponse after = ask(issuer.driver(), query);

        // Then
        assertThat(before).contains("COMMANDED").doesNotContain("SECRET").doesNotContain("23456");
        after.body("data.call.destination.poi", equalTo("SECRET destination"))
                .body("data.call.distance", equalTo(23456));
    }

    @Test
    void saysOfAnothersCallThatThereIsNone() {
        // Given
        isCall(services, call(CallState.CALL_STATE_ACCEPTED).build());

        // When
        ValidatableResponse stranger =
                ask(issuer.token("8", "customer"), "{ call(id: 254137) { fare } }");
        ValidatableResponse otherDriver =
                ask(issuer.token("99", "driver"), "{ call(id: 254137) { fare } }");

        // Then
        for (ValidatableResponse answer : List.of(stranger, otherDriver)) {
            answer.statusCode(200)
                    .body("data.call", nullValue())
                    .body("errors[0].extensions.code", equalTo("NOT_FOUND"))
                    .body("errors[0].extensions.reason", equalTo("CALL_NOT_FOUND"))
                    .body("errors[0].extensions.retryable", equalTo(false));
        }
    }

    @Test
    void readsACallFromTheLegacySystemWhenTheCallServiceDoesNotKnowIt() {
        // Given
        services.answer(
                CallServiceGrpc.getGetMethod(),
                request -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_CALL_NOT_FOUND, request.getCallId(), "a call");
                });
        legacy.answer(
                "GET /api/v1/calls/5.json",
                200,
                """
                {"call_id":"5","state":"taken","customer_id":"7","product":"DRIVER","driver_id":"77","unknown":1,
                 "origin":{"lat":"37.1","lng":"127.1"},"fare":{"amount":9000,"currency":"KRW"},
                 "requested_at":"2026-11-20T12:30:00Z"}\
                """);

        // Then
        ask(issuer.customer(), "{ call(id: 5) { status fare driverId origin { lat } createdAt } }")
                .body("errors", nullValue())
                .body("data.call.status", equalTo("ACCEPTED"))
                .body("data.call.fare", equalTo(9000))
                .body("data.call.driverId", equalTo("77"))
                .body("data.call.createdAt", equalTo("2026-11-20T12:30:00Z"));
        ask(issuer.customer(), "{ call(id: 6) { status } }")
                .body("errors[0].extensions.reason", equalTo("CALL_NOT_FOUND"));
    }
}
