package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.CALL;
import static dev.supporters.gateway.SampleCalls.DRIVER;
import static dev.supporters.gateway.SampleCalls.call;
import static dev.supporters.gateway.component.GatewayRequests.ask;
import static dev.supporters.gateway.component.GatewayRequests.isCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.ListResponse;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.driver.v1.DriverServiceGrpc;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

/** What an answer tells of things that its reader may not see: nothing, not even that they are there. */
@QuarkusTest
class OthersThingsTest extends ComponentTest {

    private static final String LOOK = "{ call(id: 254137) { fare } }";
    private static final String CANCEL =
            "mutation { cancelCall(input: {callId: 254137}) { call { status } } }";

    @Test
    void tellsAnothersCallInTheWordsOfOneThatIsNotThere() {
        // Given
        isCall(services, call(CallState.CALL_STATE_ACCEPTED).build());
        refusesToCancel(ErrorReason.ERROR_REASON_CALL_ENDED);
        String anothers = message(LOOK);
        String cancelled = message(CANCEL);

        // When
        services.answer(
                CallServiceGrpc.getGetMethod(),
                request -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_CALL_NOT_FOUND, request.getCallId(), "a call");
                });
        refusesToCancel(ErrorReason.ERROR_REASON_CALL_NOT_FOUND);

        // Then
        assertThat(anothers).contains("CALL_NOT_FOUND").isEqualTo(message(LOOK));
        assertThat(cancelled).contains("CALL_NOT_FOUND").isEqualTo(message(CANCEL));
    }

    @Test
    void tellsAnOwnersRefusalAsItIs() {
        isCall(services, call(CallState.CALL_STATE_COMPLETED).build());
        refusesToCancel(ErrorReason.ERROR_REASON_CALL_ENDED);

        ask(issuer.customer(), CANCEL).body("errors[0].extensions.reason", equalTo("CALL_ENDED"));
    }

    @Test
    void aFilterDoesNotTellACustomerWhoIsCommanded() {
        // Given
        services.answer(
                CallServiceGrpc.getListMethod(),
                request ->
                        ListResponse.newBuilder()
                                .addCalls(call(CallState.CALL_STATE_COMMANDED))
                                .addCalls(call(CallState.CALL_STATE_ACCEPTED).setCallId("5"))
                                .build());
        String filtered =
                "{ calls(filter: {driverId: \"%s\"}) { edges { node { callId } } } }"
                        .formatted(DRIVER);

        // Then
        ask(issuer.customer(), filtered)
                .body("data.calls.edges", hasSize(1))
                .body("data.calls.edges[0].node.callId", equalTo("5"));
        ask(issuer.customer(), "{ calls { edges { node { callId } } } }")
                .body("data.calls.edges", hasSize(2));
        ask(issuer.operator(), filtered).body("data.calls.edges[0].node.callId", equalTo(CALL));
    }

    @Test
    void aServiceSwitchesNobodysActivityMode() {
        ask(
                        issuer.token("s", "service"),
                        "mutation { setActivityMode(input: {driverId: 1004550, mode: OFF}) { driver { driverId } } }")
                .body("errors[0].extensions.reason", equalTo("PERMISSION_DENIED"));

        assertThat(services.asked(DriverServiceGrpc.getSetActivityModeMethod())).isEmpty();
    }

    private String message(String query) {
        return ask(issuer.token("8", "customer"), query).extract().path("errors[0].message");
    }

    private void refusesToCancel(ErrorReason reason) {
        services.answer(
                CallServiceGrpc.getCancelMethod(),
                request -> {
                    throw new Refusal(reason, "COMPLETED", "a call that can be cancelled");
                });
    }
}
