package dev.supporters.commander;

import static dev.supporters.commander.Outside.assertRefused;
import static dev.supporters.commander.SampleRequests.acceptance;
import static dev.supporters.commander.SampleRequests.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.supporters.proto.commander.v1.AssignRequest;
import dev.supporters.proto.commander.v1.Command;
import dev.supporters.proto.commander.v1.DriveStep;
import dev.supporters.proto.commander.v1.EngagementState;
import dev.supporters.proto.commander.v1.RespondRequest;
import dev.supporters.proto.commander.v1.WatchRequest;
import dev.supporters.proto.commander.v1.WatchResponse;
import dev.supporters.proto.common.v1.ErrorReason;

import io.grpc.stub.StreamObserver;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

@QuarkusTest
class CommanderWatchTest extends ComponentTest {

    @Test
    void anAppWatchesItsSlot() {
        List<EngagementState> seen = new CopyOnWriteArrayList<>();
        outside.asynchronously.watch(
                WatchRequest.newBuilder().setDriverId("d11").build(), observer(seen));
        await().untilAsserted(() ->
                assertThat(seen).containsExactly(EngagementState.ENGAGEMENT_STATE_OFF));

        outside.begin("d11");
        await().untilAsserted(() ->
                assertThat(seen).last().isEqualTo(EngagementState.ENGAGEMENT_STATE_FREE));
        Command command = outside.commanded("call11", "d11");
        await().untilAsserted(() ->
                assertThat(seen).last().isEqualTo(EngagementState.ENGAGEMENT_STATE_COMMANDED));
        commander.respond(acceptance("d11", command));

        await().untilAsserted(() ->
                assertThat(seen)
                        .containsExactly(
                                EngagementState.ENGAGEMENT_STATE_OFF,
                                EngagementState.ENGAGEMENT_STATE_FREE,
                                EngagementState.ENGAGEMENT_STATE_COMMANDED,
                                EngagementState.ENGAGEMENT_STATE_ACCEPTED));
    }

    @Test
    void malformedRequestsAreRefused() {
        assertRefused(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                () -> commander.assign(AssignRequest.getDefaultInstance()));
        assertRefused(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                () ->
                        commander.respond(
                                RespondRequest.newBuilder()
                                        .setRequestId("r")
                                        .setDriverId("d12")
                                        .setCallId("1")
                                        .build()));
        assertRefused(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                () -> outside.progress("d12", "1", DriveStep.DRIVE_STEP_UNSPECIFIED));
        assertRefused(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                () -> commander.watch(WatchRequest.getDefaultInstance()).next());
        assertRefused(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                () -> commander.cancel(cancellation("1").toBuilder().clearReason().build()));
    }

    @Test
    void metricsAreServed() {
        outside.begin("d13");
        outside.commanded("call13", "d13");

        String metrics = RestAssured.get("/q/metrics").asString();

        assertThat(metrics)
                .contains("supporters_commander_commands_total{outcome=\"commanded\"")
                .contains("supporters_commander_assign_seconds_count{result=\"commanded\"")
                .contains("supporters_commander_unconfirmed_total")
                .doesNotContain("d13")
                .doesNotContain("call13");
    }

    private static StreamObserver<WatchResponse> observer(List<EngagementState> seen) {
        return new StreamObserver<>() {
            @Override
            public void onNext(WatchResponse response) {
                seen.add(response.getEngagement().getState());
            }

            @Override
            public void onError(Throwable failure) {}

            @Override
            public void onCompleted() {}
        };
    }
}
