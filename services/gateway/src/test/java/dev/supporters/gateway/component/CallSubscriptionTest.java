package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.CALL;
import static dev.supporters.gateway.SampleCalls.call;
import static dev.supporters.gateway.component.GatewayRequests.isCall;
import static dev.supporters.gateway.component.GatewayRequests.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.GetResponse;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.testkit.EventProbe;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A call that is followed. */
@QuarkusTest
class CallSubscriptionTest extends ComponentTest {

    @Test
    void followsACallUntilItEnds() {
        // Given
        AtomicReference<Call> state =
                new AtomicReference<>(call(CallState.CALL_STATE_COMMANDED).build());
        services.answer(
                CallServiceGrpc.getGetMethod(),
                request -> GetResponse.newBuilder().setCall(state.get()).build());

        try (SubscriptionClient socket = socket(Optional.of(issuer.driver()), Optional.empty());
                EventProbe probe = EventProbe.ofTest()) {
            socket.next();
            socket.subscribe(
                    "subscription { callChanged(callId: 254137) { status destination { poi } } }");
            String commanded = socket.next();

            // When
            state.set(call(CallState.CALL_STATE_COMPLETED).setVersion(9).build());
            AtomicReference<String> completed = new AtomicReference<>("");
            await().until(() -> {
                probe.tell(
                        new Event(
                                Topics.CALLS,
                                CALL,
                                "supporters.calls.ended.v1",
                                CallEvent.newBuilder().setCallId(CALL).build()));
                socket.poll().ifPresent(completed::set);
                return completed.get().contains("next");
            });

            // Then
            assertThat(commanded).contains("COMMANDED").doesNotContain("SECRET");
            assertThat(completed.get()).contains("COMPLETED", "SECRET destination");
            assertThat(socket.next()).contains("complete");
        }
    }

    @Test
    void refusesToFollowAnothersCall() {
        // Given
        isCall(services, call(CallState.CALL_STATE_ACCEPTED).build());

        try (SubscriptionClient socket =
                socket(Optional.of(issuer.token("8", "customer")), Optional.empty())) {
            socket.next();

            // When
            socket.subscribe("subscription { callChanged(callId: 254137) { status } }");

            // Then
            assertThat(socket.next())
                    .contains("CALL_NOT_FOUND", "\"retryable\":false", "\"callChanged\":null");
        }
    }
}
