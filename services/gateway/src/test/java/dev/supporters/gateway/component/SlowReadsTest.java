package dev.supporters.gateway.component;

import static dev.supporters.gateway.SampleCalls.CALL;
import static dev.supporters.gateway.SampleCalls.call;
import static dev.supporters.gateway.component.GatewayRequests.ask;
import static dev.supporters.gateway.component.GatewayRequests.requestCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.google.protobuf.Message;

import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.ListResponse;
import dev.supporters.proto.call.v1.RequestResponse;
import dev.supporters.proto.commander.v1.CommandOutcome;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.commander.v1.GetEngagementResponse;
import dev.supporters.proto.commander.v1.RespondResponse;

import io.grpc.MethodDescriptor;
import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Reads that take long. */
@QuarkusTest
class SlowReadsTest extends ComponentTest {

    private static final String LIST = "{ calls { edges { cursor } } }";
    private static final String ENGAGEMENT = "{ engagement(driverId: 1004550) { state } }";

    @Test
    void listsThatTakeLongKeepNobodyFromRequestingACall() throws InterruptedException {
        services.answer(
                CallServiceGrpc.getRequestMethod(),
                request ->
                        RequestResponse.newBuilder()
                                .setCall(call(CallState.CALL_STATE_COMMANDED))
                                .build());
        int most = Integer.parseInt(GatewayEnvironment.CALL_READS);

        whileReadsTakeLong(
                CallServiceGrpc.getListMethod(),
                ListResponse.getDefaultInstance(),
                LIST,
                most,
                () ->
                        ask(issuer.customer(), requestCall(""))
                                .body("data.requestCall.call.callId", equalTo(CALL)));
    }

    @Test
    void engagementsThatTakeLongKeepNoDriverFromRefusing() throws InterruptedException {
        services.answer(
                CommanderServiceGrpc.getRespondMethod(),
                request ->
                        RespondResponse.newBuilder()
                                .setOutcome(CommandOutcome.COMMAND_OUTCOME_REFUSED)
                                .build());
        int most = Integer.parseInt(GatewayEnvironment.COMMANDER_READS);

        whileReadsTakeLong(
                CommanderServiceGrpc.getGetEngagementMethod(),
                GetEngagementResponse.getDefaultInstance(),
                ENGAGEMENT,
                most,
                () ->
                        ask(
                                        issuer.driver(),
                                        "mutation { refuseCall(input: {callId: "
                                                + CALL
                                                + ", reason: TOO_FAR}) { outcome } }")
                                .body("data.refuseCall.outcome", equalTo("REFUSED")));
    }

    /** As many reads as there may be are under way, and one more is refused, while something else is done. */
    private <Q extends Message, A extends Message> void whileReadsTakeLong(
            MethodDescriptor<Q, A> method, A answer, String query, int most, Runnable other)
            throws InterruptedException {
        CountDownLatch underWay = new CountDownLatch(most);
        CountDownLatch released = new CountDownLatch(1);
        services.answer(
                method,
                request -> {
                    underWay.countDown();
                    awaitQuietly(released);
                    return answer;
                });
        String operator = issuer.operator();

        ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (int i = 0; i < most; i++) {
                readers.execute(() -> ask(operator, query));
            }
            underWay.await();

            ask(operator, query).body("errors[0].extensions.reason", equalTo("RESOURCE_EXHAUSTED"));
            other.run();
        } finally {
            released.countDown();
            readers.close();
        }
        assertThat(services.asked(method)).hasSize(most);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
