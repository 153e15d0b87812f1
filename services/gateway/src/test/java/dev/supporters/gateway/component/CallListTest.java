package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.CALL;
import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.SampleCalls.call;
import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.EraseCustomerResponse;
import dev.supporters.proto.call.v1.FollowUp;
import dev.supporters.proto.call.v1.FollowUpKind;
import dev.supporters.proto.call.v1.FollowUpState;
import dev.supporters.proto.call.v1.ListParkedResponse;
import dev.supporters.proto.call.v1.ListResponse;
import dev.supporters.proto.call.v1.ReleaseResponse;
import dev.supporters.proto.driver.v1.BatchGetResponse;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.DriverServiceGrpc;
import dev.supporters.testkit.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Calls that are listed. */
@QuarkusTest
class CallListTest extends ComponentTest {

    @Test
    void asksForAllDriversNamesAtOnce() {
        // Given
        services.answer(
                CallServiceGrpc.getListMethod(),
                request ->
                        ListResponse.newBuilder()
                                .addCalls(call(CallState.CALL_STATE_ACCEPTED).setCallId("1"))
                                .addCalls(
                                        call(CallState.CALL_STATE_ACCEPTED)
                                                .setCallId("2")
                                                .setDriverId("5"))
                                .addCalls(
                                        call(CallState.CALL_STATE_REQUESTED)
                                                .setCallId("3")
                                                .clearDriverId())
                                .setNextPageToken("token")
                                .build());
        services.answer(
                DriverServiceGrpc.getBatchGetMethod(),
                request ->
                        BatchGetResponse.newBuilder()
                                .addAllDrivers(
                                        request.getDriverIdsList().stream()
                                                .map(id ->
                                                        Driver.newBuilder()
                                                                .setDriverId(id)
                                                                .setName("name of " + id)
                                                                .build())
                                                .toList())
                                .build());

        // When
        ValidatableResponse answer =
                ask(
                        issuer.operator(),
                        "{ calls(first: 3) { edges { cursor node { callId driverName } } pageInfo {"
                                + " hasNextPage endCursor } } }");

        // Then
        answer.body("errors", nullValue())
                .body(
                        "data.calls.edges.node.driverName",
                        equalTo(java.util.Arrays.asList("name of 1004550", "name of 5", null)))
                .body("data.calls.pageInfo.hasNextPage", equalTo(true))
                .body("data.calls.pageInfo.endCursor", notNullValue());
        assertThat(services.asked(DriverServiceGrpc.getBatchGetMethod())).hasSize(1);
    }

    @Test
    void givesADriverHisOwnCallsOnlyWhateverHeAsksFor() {
        // Given
        services.answer(
                CallServiceGrpc.getListMethod(), request -> ListResponse.getDefaultInstance());

        // When
        ask(issuer.driver(), "{ calls { edges { node { callId } } } }").body("errors", nullValue());
        ask(issuer.driver(), "{ calls(filter: {driverId: 99}) { edges { node { callId } } } }")
                .body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));

        // Then
        assertThat(services.asked(CallServiceGrpc.getListMethod()))
                .singleElement()
                .satisfies(request -> assertThat(request.getDriverId()).isEqualTo(DRIVER));
    }

    @Test
    void showsOperatorsWhatWasGivenUpAndReleasesIt() {
        // Given
        Call parked =
                call(CallState.CALL_STATE_GENERAL)
                        .addFollowUps(
                                FollowUp.newBuilder()
                                        .setKind(FollowUpKind.FOLLOW_UP_KIND_HAND_OVER)
                                        .setState(FollowUpState.FOLLOW_UP_STATE_PARKED)
                                        .setAttempts(8)
                                        .setReason("legacy answered 422"))
                        .build();
        services.answer(
                CallServiceGrpc.getListParkedMethod(),
                request -> ListParkedResponse.newBuilder().addCalls(parked).build());
        services.answer(
                CallServiceGrpc.getReleaseMethod(),
                request -> ReleaseResponse.newBuilder().setCall(parked).build());

        // Then
        ask(
                        issuer.operator(),
                        "{ parkedCalls { calls { call { callId } parked { kind attempts reason } }"
                                + " } }")
                .body("data.parkedCalls.calls[0].call.callId", equalTo(CALL))
                .body("data.parkedCalls.calls[0].parked[0].kind", equalTo("HAND_OVER"))
                .body("data.parkedCalls.calls[0].parked[0].attempts", equalTo(8))
                .body("data.parkedCalls.calls[0].parked[0].reason", equalTo("legacy answered 422"));
        ask(
                        issuer.operator(),
                        "mutation { releaseCall(input: {callId: 254137}) { call { callId } } }")
                .body("data.releaseCall.call.callId", equalTo(CALL));
        for (String token : List.of(issuer.driver(), issuer.customer())) {
            ask(token, "{ parkedCalls { calls { call { callId } } } }")
                    .body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));
            ask(token, "mutation { releaseCall(input: {callId: 254137}) { call { callId } } }")
                    .body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));
        }
    }

    @Test
    void anOperatorErasesACustomerWithAReason() {
        // Given
        services.answer(
                CallServiceGrpc.getEraseCustomerMethod(),
                request ->
                        EraseCustomerResponse.newBuilder()
                                .setErasedCalls(3)
                                .setEraseTime(Timestamps.of(TestClock.FRIDAY_NIGHT))
                                .build());
        String erase =
                "mutation { eraseCustomer(input: {userId: \"7001\", reason: \"her wish\","
                        + " clientMutationId: \"m1\"}) { erasedCalls erasedAt } }";

        // When
        ask(issuer.operator(), erase)
                .body("errors", nullValue())
                .body("data.eraseCustomer.erasedCalls", equalTo(3));

        // Then
        assertThat(services.asked(CallServiceGrpc.getEraseCustomerMethod()))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.getCustomerId()).isEqualTo("7001");
                    assertThat(request.getReason()).isEqualTo("her wish");
                    assertThat(request.getActor()).isNotEmpty();
                    assertThat(request.getRequestId()).isNotEmpty();
                });
        for (String token : List.of(issuer.driver(), issuer.customer())) {
            ask(token, erase).body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));
        }
    }
}
