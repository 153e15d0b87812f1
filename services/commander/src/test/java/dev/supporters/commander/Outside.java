package dev.supporters.commander;

import static dev.supporters.commander.SampleEvents.begun;
import static dev.supporters.commander.SampleEvents.event;
import static dev.supporters.commander.SampleRequests.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.RefusalStatus;
import dev.supporters.platform.request.EndUser;
import dev.supporters.proto.commander.v1.Command;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc.CommanderServiceBlockingStub;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc.CommanderServiceStub;
import dev.supporters.proto.commander.v1.DriveStep;
import dev.supporters.proto.commander.v1.Engagement;
import dev.supporters.proto.commander.v1.EngagementState;
import dev.supporters.proto.commander.v1.GetEngagementRequest;
import dev.supporters.proto.commander.v1.ProgressRequest;
import dev.supporters.proto.commander.v1.ProgressResponse;
import dev.supporters.proto.commander.v1.StepDoubt;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.testkit.EventProbe;
import dev.supporters.testkit.TestChannel;

import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The commander as others see it: what it is asked, and the topics that it reads and writes. */
final class Outside implements AutoCloseable {

    final EventProbe probe = EventProbe.ofTest();

    private final TestChannel channel = new TestChannel();
    final CommanderServiceBlockingStub commander =
            channel.stub(CommanderServiceGrpc::newBlockingStub);
    final CommanderServiceStub asynchronously = channel.stub(CommanderServiceGrpc::newStub);

    void begin(String driver) {
        probe.tell(event(driver, begun(driver).build()));
        await().untilAsserted(() ->
                assertThat(state(driver)).isEqualTo(EngagementState.ENGAGEMENT_STATE_FREE));
    }

    Command commanded(String call, String driver) {
        return commander.assign(assignment(call, driver)).getCommand();
    }

    void progress(String driver, String call, DriveStep step) {
        ProgressRequest request =
                ProgressRequest.newBuilder()
                        .setRequestId(UUID.randomUUID().toString())
                        .setDriverId(driver)
                        .setCallId(call)
                        .setStep(step)
                        .build();
        ProgressResponse response = commander.progress(request);
        assertThat(response.getEngagement().getDriverId()).isEqualTo(driver);
        assertThat(response.getDoubt()).isEqualTo(StepDoubt.STEP_DOUBT_UNSPECIFIED);
    }

    /** The driver says to be with the customer; the gateway tells whose request it is. */
    ProgressResponse ownArrival(String driver, String call) {
        Metadata headers = new Metadata();
        headers.put(EndUser.METADATA, "driver;" + driver);
        return commander
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .progress(
                        ProgressRequest.newBuilder()
                                .setRequestId("arrival")
                                .setDriverId(driver)
                                .setCallId(call)
                                .setStep(DriveStep.DRIVE_STEP_ARRIVED)
                                .build());
    }

    EngagementState state(String driver) {
        return engagement(driver).getState();
    }

    long engagementVersion(String driver) {
        return engagement(driver).getVersion();
    }

    Engagement engagement(String driver) {
        return commander
                .getEngagement(GetEngagementRequest.newBuilder().setDriverId(driver).build())
                .getEngagement();
    }

    List<String> published(String driver) {
        return probe.all(Topics.ACTIVITY, ActivityEvent.parser()).stream()
                .filter(event -> event.getDriverId().equals(driver))
                .map(event -> event.getActionName().name().replace("ACTION_NAME_CALL_", ""))
                .toList();
    }

    /** The business dates of all activity events of a driver. */
    Set<String> businessDates(String driver) {
        return probe.all(Topics.ACTIVITY, ActivityEvent.parser()).stream()
                .filter(event -> event.getDriverId().equals(driver))
                .map(ActivityEvent::getBusinessDate)
                .collect(Collectors.toSet());
    }

    static void assertRefused(ErrorReason reason, ThrowingCallable call) {
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(RefusalStatus.fromStatus(e).reason()).isEqualTo(reason));
    }

    @Override
    public void close() {
        channel.close();
        probe.close();
    }
}
