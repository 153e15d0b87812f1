package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.call;
import static dev.supporters.gateway.component.GatewayRequests.ask;
import static dev.supporters.gateway.component.GatewayRequests.isCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.call.v1.BatchGetResponse;
import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.GetRequest;
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

    /** However many fields ask, and however they are written; each answers as it would alone. */
    @Test
    void severalCallsOfOneQueryAreReadAtOnce() {
        // Given
        services.answer(
                CallServiceGrpc.getBatchGetMethod(),
                request ->
                        BatchGetResponse.newBuilder()
                                .addCalls(call(CallState.CALL_STATE_ACCEPTED).setCallId("1"))
                                .addCalls(call(CallState.CALL_STATE_ACCEPTED).setCallId("2"))
                                .addCalls(
                                        call(CallState.CALL_STATE_ACCEPTED)
                                                .setCallId("3")
                                                .setCustomerId("another"))
                                .build());
        services.answer(
                CallServiceGrpc.getGetMethod(),
                request -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_CALL_NOT_FOUND, request.getCallId(), "a call");
                });
        // When
        ask(
                        issuer.customer(),
                        """
                        { a: call(id: 1) { id: callId } ... on Query { b: call(id: "2") { id: callId } } ...More
                          bad: call(id: "no number") { callId } }
                        fragment More on Query { c: call(id: 3) { callId } d: call(id: 4) { callId } again: call(id: 1) { callId } }\
                        """)
                .body("data.a.id", equalTo("1"))
                .body("data.b.id", equalTo("2"))
                .body("data.again.callId", equalTo("1"))
                .body("data.c", nullValue())
                .body("data.d", nullValue())
                .body("data.bad", nullValue())
                .body(
                        "errors.extensions.reason",
                        containsInAnyOrder("CALL_NOT_FOUND", "CALL_NOT_FOUND", "INVALID_ARGUMENT"));
        // Then
        assertThat(services.asked(CallServiceGrpc.getBatchGetMethod()))
                .singleElement()
                .satisfies(batch ->
                        assertThat(batch.getCallIdsList())
                                .containsExactlyInAnyOrder("1", "2", "3", "4"));
        assertThat(services.asked(CallServiceGrpc.getGetMethod()))
                .extracting(GetRequest::getCallId)
                .containsExactly("4");
    }

    @Test
    void oneCallAloneIsReadAsBefore() {
        isCall(services, call(CallState.CALL_STATE_ACCEPTED).build());

        ask(issuer.customer(), "{ a: call(id: 254137) { fare } b: call(id: 254137) { fare } }")
                .body("errors", nullValue());

        assertThat(services.asked(CallServiceGrpc.getBatchGetMethod())).isEmpty();
    }

    @Test
    void callsAreReadOneByOneIfTheyCannotBeReadAtOnce() {
        services.answer(
                CallServiceGrpc.getBatchGetMethod(),
                request -> {
                    throw new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "call", "an answer");
                });
        isCall(services, call(CallState.CALL_STATE_ACCEPTED).build());

        ask(issuer.customer(), "{ a: call(id: 254137) { fare } b: call(id: 7) { fare } }")
                .body("data.a.fare", equalTo(18000));
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
