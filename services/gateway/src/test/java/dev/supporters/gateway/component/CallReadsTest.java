package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.CALL;
import static dev.supporters.gateway.SampleCalls.call;
import static dev.supporters.gateway.component.GatewayRequests.ask;
import static dev.supporters.gateway.component.GatewayRequests.requestCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.ListResponse;
import dev.supporters.proto.call.v1.RequestResponse;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Reads of calls, when they take long. */
@QuarkusTest
class CallReadsTest extends ComponentTest {

    private static final String LIST = "{ calls { edges { cursor } } }";

    @Test
    void listsThatTakeLongKeepNobodyFromRequestingACall() throws InterruptedException {
        // Given
        int most = Integer.parseInt(GatewayEnvironment.CALL_READS);
        CountDownLatch underWay = new CountDownLatch(most);
        CountDownLatch released = new CountDownLatch(1);
        services.answer(
                CallServiceGrpc.getListMethod(),
                request -> {
                    underWay.countDown();
                    awaitQuietly(released);
                    return ListResponse.getDefaultInstance();
                });
        services.answer(
                CallServiceGrpc.getRequestMethod(),
                request ->
                        RequestResponse.newBuilder()
                                .setCall(call(CallState.CALL_STATE_COMMANDED))
                                .build());
        String operator = issuer.operator();

        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            // When
            for (int i = 0; i < most; i++) {
                readers.execute(() -> ask(operator, LIST));
            }
            underWay.await();

            // Then
            ask(operator, LIST).body("errors[0].extensions.reason", equalTo("RESOURCE_EXHAUSTED"));
            ask(issuer.customer(), requestCall(""))
                    .body("data.requestCall.call.callId", equalTo(CALL));
            released.countDown();
        }
        assertThat(services.asked(CallServiceGrpc.getListMethod())).hasSize(most);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
