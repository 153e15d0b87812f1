package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.CALL;
import static dev.supporters.gateway.SampleCalls.CUSTOMER;
import static dev.supporters.gateway.SampleCalls.call;
import static dev.supporters.gateway.component.GatewayRequests.ask;
import static dev.supporters.gateway.component.GatewayRequests.requestCall;
import static dev.supporters.gateway.component.GatewayRequests.requestCallWithoutCurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.CancelResponse;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.call.v1.RequestResponse;
import dev.supporters.proto.commander.v1.CloseCallResponse;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.common.v1.Money;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Calls that are requested and cancelled. */
@QuarkusTest
class CallRequestTest extends ComponentTest {

    @Test
    void requestsACallUnderANumberOfItsOwn() {
        // Given
        services.answer(CallServiceGrpc.getRequestMethod(), CallRequestTest::requested);

        // When
        ValidatableResponse answer = ask(issuer.customer(), requestCall(""));

        // Then
        answer.body("errors", nullValue())
                .body("data.requestCall.call.callId.length()", equalTo(18))
                .body("data.requestCall.call.status", equalTo("REQUESTED"));
        RequestRequest asked = services.asked(CallServiceGrpc.getRequestMethod()).getFirst();
        assertThat(asked.getCustomerId()).isEqualTo(CUSTOMER);
        assertThat(asked.getOrigin().getLat()).isEqualTo("37.3943");
        assertThat(asked.getFare())
                .isEqualTo(Money.newBuilder().setAmount(18000).setCurrency("KRW").build());
    }

    @Test
    void refusesAFareWithoutACurrencyRatherThanAssumingOne() {
        for (String currency :
                List.of("", "currency: null", "currency: \"\"", "currency: \"won\"")) {
            ask(issuer.customer(), requestCallWithoutCurrency(currency))
                    .body("data.requestCall", nullValue())
                    .body("errors[0].extensions.reason", equalTo("INVALID_ARGUMENT"))
                    .body("errors[0].extensions.offending", startsWith("currency: "))
                    .body("errors[0].extensions.expected", containsString("ISO 4217"));
        }
        assertThat(services.asked(CallServiceGrpc.getRequestMethod())).isEmpty();
    }

    @Test
    void aRequestThatIsSentAgainIsTheSameCall() {
        // Given
        services.answer(CallServiceGrpc.getRequestMethod(), CallRequestTest::requested);

        // When
        ask(issuer.customer(), requestCall("clientMutationId: \"k\"")).body("errors", nullValue());
        ask(issuer.customer(), requestCall("clientMutationId: \"k\"")).body("errors", nullValue());

        // Then
        List<RequestRequest> asked = services.asked(CallServiceGrpc.getRequestMethod());
        assertThat(asked).hasSize(2);
        assertThat(asked.getFirst()).isEqualTo(asked.getLast());
        assertThat(asked.getFirst().getCallId()).matches("9[0-9]{17}");
    }

    @Test
    void letsOnlyOperatorsAndServicesNumberCalls() {
        // Given
        services.answer(CallServiceGrpc.getRequestMethod(), CallRequestTest::requested);

        // Then
        ask(issuer.customer(), requestCall("callId: 254137"))
                .body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));
        ask(issuer.token("s", "service"), requestCall("callId: 254137, userId: 7"))
                .body("data.requestCall.call.callId", equalTo(CALL));
        ask(issuer.operator(), requestCall("callId: 123456789012345678, userId: 7"))
                .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
    }

    @Test
    void sendsTheCallToGeneralDispatchWhenTheCallServiceIsDown() {
        // Given
        services.answer(
                CommanderServiceGrpc.getCloseCallMethod(),
                request -> CloseCallResponse.getDefaultInstance());
        legacy.answer("POST /api/v1/calls.json", 201, "{}");

        // When
        ValidatableResponse answer = ask(issuer.customer(), requestCall(""));

        // Then
        answer.body("errors", nullValue())
                .body("data.requestCall.call.status", equalTo("GENERAL"))
                .body("data.requestCall.call.path", equalTo("GENERAL"))
                .body("data.requestCall.call.reason", equalTo("CALL_UNAVAILABLE"));
        assertThat(legacy.heard())
                .singleElement()
                .satisfies(heard ->
                        assertThat(heard)
                                .contains(
                                        "\"registered\":false",
                                        "\"customer_id\":\"7\"",
                                        "\"distance_meters\":12000",
                                        "\"product\":\"DRIVER\"")
                                .contains(
                                        "\"fare\":{\"amount\":18000,\"currency\":\"KRW\"}",
                                        "\"reason\":\"CALL_UNAVAILABLE\""));
    }

    @Test
    void saysThatItFailsWhenBothFail() {
        // Given
        legacy.answer("POST /api/v1/calls.json", 500, "{}");

        // Then
        ask(issuer.customer(), requestCall(""))
                .body("errors[0].extensions.code", equalTo("UNAVAILABLE"))
                .body("errors[0].extensions.retryable", equalTo(true));
    }

    @Test
    void cancelsACustomersOwnCall() {
        // Given
        services.answer(
                CallServiceGrpc.getCancelMethod(),
                request ->
                        CancelResponse.newBuilder()
                                .setCall(call(CallState.CALL_STATE_CANCELLED).clearDriverId())
                                .build());

        // When
        ask(
                        issuer.customer(),
                        "mutation { cancelCall(input: {callId: 254137}) { call { status } } }")
                .body("data.cancelCall.call.status", equalTo("CANCELLED"));
        ask(
                        issuer.operator(),
                        "mutation { cancelCall(input: {callId: 254137}) { call { status } } }")
                .body("data.cancelCall.call.status", equalTo("CANCELLED"));

        // Then
        assertThat(services.asked(CallServiceGrpc.getCancelMethod()))
                .extracting(request -> request.getCustomerId())
                .containsExactly(CUSTOMER, "");
    }

    private static RequestResponse requested(RequestRequest request) {
        return RequestResponse.newBuilder()
                .setCall(
                        Call.newBuilder()
                                .setCallId(request.getCallId())
                                .setCustomerId(request.getCustomerId())
                                .setState(CallState.CALL_STATE_REQUESTED))
                .build();
    }
}
