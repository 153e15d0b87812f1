package dev.supporters.commander;

import static dev.supporters.commander.Samples.WINDOW_END;
import static dev.supporters.commander.Samples.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.RefusalStatus;
import dev.supporters.platform.request.ServiceToken;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.commander.v1.Accept;
import dev.supporters.proto.commander.v1.AssignRequest;
import dev.supporters.proto.commander.v1.AssignResponse;
import dev.supporters.proto.commander.v1.CancelRequest;
import dev.supporters.proto.commander.v1.Candidate;
import dev.supporters.proto.commander.v1.CloseCallRequest;
import dev.supporters.proto.commander.v1.CloseSlotRequest;
import dev.supporters.proto.commander.v1.Command;
import dev.supporters.proto.commander.v1.CommandOutcome;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc.CommanderServiceBlockingStub;
import dev.supporters.proto.commander.v1.DriveStep;
import dev.supporters.proto.commander.v1.EngagementState;
import dev.supporters.proto.commander.v1.GetEngagementRequest;
import dev.supporters.proto.commander.v1.PauseRequest;
import dev.supporters.proto.commander.v1.ProgressRequest;
import dev.supporters.proto.commander.v1.Refuse;
import dev.supporters.proto.commander.v1.RespondRequest;
import dev.supporters.proto.commander.v1.UnpauseRequest;
import dev.supporters.proto.commander.v1.WatchRequest;
import dev.supporters.proto.commander.v1.WatchResponse;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.common.v1.RefusalReason;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEnded;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.EventProbe;
import dev.supporters.testkit.Race;
import dev.supporters.testkit.TestClock;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import jakarta.inject.Inject;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

@QuarkusTest
@QuarkusTestResource(Embedded.class)
@QuarkusTestResource(CallStandIn.class)
class CommanderTest {

    @Inject TestClock clock;

    private EventProbe probe;
    private ManagedChannel channel;
    private CommanderServiceBlockingStub commander;

    @BeforeEach
    void connect() {
        clock.set(TestClock.FRIDAY_NIGHT);
        probe = EventProbe.ofTest();
        channel =
                ManagedChannelBuilder.forAddress("127.0.0.1", RestAssured.port)
                        .usePlaintext()
                        .build();
        commander =
                CommanderServiceGrpc.newBlockingStub(channel)
                        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers()));
    }

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
        probe.close();
    }

    @Test
    void aCallIsCommandedAcceptedBySilenceAndDrivenToItsEnd() {
        // Given
        begin("d1");

        // When
        Command command = commanded("call1", "d1");
        await().untilAsserted(() -> assertThat(told("d1")).containsExactly("COMMANDED"));
        silenceUntil("d1", EngagementState.ENGAGEMENT_STATE_ACCEPTED);
        for (DriveStep step :
                List.of(
                        DriveStep.DRIVE_STEP_ARRIVED,
                        DriveStep.DRIVE_STEP_PICKED_UP,
                        DriveStep.DRIVE_STEP_COMPLETED)) {
            progress("d1", "call1", step);
            progress("d1", "call1", step);
        }

        // Then
        assertThat(command.getCommandId()).isEqualTo("call1-d1-2");
        assertThat(state("d1")).isEqualTo(EngagementState.ENGAGEMENT_STATE_FREE);
        await().untilAsserted(() ->
                assertThat(told("d1"))
                        .containsExactly(
                                "COMMANDED", "ACCEPTED", "ARRIVED", "PICKED_UP", "COMPLETED"));
    }

    @Test
    void aRefusalIsAnsweredTheSameEachTimeAndToldOnce() {
        begin("d2");
        Command command = commanded("call2", "d2");

        for (int i = 0; i < 3; i++) {
            assertThat(commander.respond(refusal("d2", command)).getOutcome())
                    .isEqualTo(CommandOutcome.COMMAND_OUTCOME_REFUSED);
        }

        assertRefused(
                ErrorReason.ERROR_REASON_COMMAND_DECIDED,
                () -> commander.respond(acceptance("d2", command)));
        await().untilAsserted(() -> assertThat(told("d2")).containsExactly("COMMANDED", "REFUSED"));
    }

    @Test
    void aCallThatWentAnotherWayTakesItsCommandBack() {
        begin("d3");
        Command command = commanded("gone3", "d3");

        assertRefused(
                ErrorReason.ERROR_REASON_COMMAND_DECIDED,
                () -> commander.respond(acceptance("d3", command)));

        assertThat(state("d3")).isEqualTo(EngagementState.ENGAGEMENT_STATE_FREE);
        await().untilAsserted(
                        () -> assertThat(told("d3")).containsExactly("COMMANDED", "CANCELLED"));
    }

    @Test
    void whileTheCallDoesNotAnswerTheCommandStaysOpen() {
        begin("d4");
        Command command = commanded("silent4", "d4");

        assertRefused(
                ErrorReason.ERROR_REASON_UNAVAILABLE,
                () -> commander.respond(acceptance("d4", command)));

        assertThat(state("d4")).isEqualTo(EngagementState.ENGAGEMENT_STATE_COMMANDED);
        assertThat(commander.cancel(cancellation("silent4")).hasEngagement()).isTrue();
        assertThat(commander.cancel(cancellation("silent4")).hasEngagement()).isFalse();
    }

    @Test
    void ofTwoHundredCallsForOneDriverExactlyOneIsAssigned() {
        begin("d5");

        List<AssignResponse> answers =
                Race.run(
                        IntStream.range(0, 200)
                                .<Callable<AssignResponse>>mapToObj(
                                        i -> () -> commander.assign(assignment("race" + i, "d5")))
                                .toList());

        assertThat(answers).filteredOn(AssignResponse::hasCommand).hasSize(1);
        assertThat(answers).filteredOn(AssignResponse::hasNoneFree).hasSize(199);
        await().untilAsserted(() -> assertThat(told("d5")).containsExactly("COMMANDED"));
    }

    @Test
    void aClosedCallGetsNoDriverAndAnEngagedOneIsNotClosed() {
        begin("d6");
        assertThat(commander.closeCall(closing("closed6")).hasCommand()).isFalse();

        assertThat(commander.assign(assignment("closed6", "d6")).hasCallClosed()).isTrue();
        Command command = commanded("call6", "d6");
        assertThat(commander.closeCall(closing("call6")).getCommand()).isEqualTo(command);
    }

    @Test
    void aRestPausesTheSlotAndAnEndClosesIt() {
        begin("d7");

        commander.pause(PauseRequest.newBuilder().setDriverId("d7").build());
        assertThat(commander.assign(assignment("call7", "d7")).getNoneFree().getTried())
                .isEqualTo(1);
        commander.unpause(UnpauseRequest.newBuilder().setDriverId("d7").build());
        commanded("call7", "d7");
        assertRefused(
                ErrorReason.ERROR_REASON_DRIVER_ENGAGED,
                () -> commander.pause(PauseRequest.newBuilder().setDriverId("d7").build()));
        CloseSlotRequest close =
                CloseSlotRequest.newBuilder().setDriverId("d7").setWorkId(work("d7")).build();
        assertThat(commander.closeSlot(close).getEngaged()).isTrue();
        commander.cancel(cancellation("call7"));

        assertThat(state("d7")).isEqualTo(EngagementState.ENGAGEMENT_STATE_OFF);
        assertThat(commander.closeSlot(close).getEngaged()).isFalse();
    }

    @Test
    void eventsThatComeThriceAreHeardOnce() {
        WorkEvent.Builder ended = workEvent("d8", 2).setEnded(WorkEnded.getDefaultInstance());
        String first = UUID.randomUUID().toString();
        String second = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            probe.tell(first, event("d8", begun("d8").build()));
        }
        for (int i = 0; i < 3; i++) {
            probe.tell(second, event("d8", ended.build()));
        }

        await().untilAsserted(() -> assertThat(engagementVersion("d8")).isEqualTo(2));
        begin("d9");
        assertThat(state("d8")).isEqualTo(EngagementState.ENGAGEMENT_STATE_OFF);
        assertThat(engagementVersion("d8")).isEqualTo(2);
    }

    @Test
    void poisonOnTheWorkTopicStopsNobody() {
        probe.tellPoison(Topics.WORK, "d10");

        begin("d10");

        await().untilAsserted(() ->
                assertThat(probe.records("supporters.work.v1.supporters.commander.slots.dlq"))
                        .hasSize(1));
    }

    @Test
    void anAppWatchesItsSlot() {
        List<EngagementState> seen = new CopyOnWriteArrayList<>();
        CommanderServiceGrpc.newStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers()))
                .watch(WatchRequest.newBuilder().setDriverId("d11").build(), observer(seen));
        await().untilAsserted(() ->
                assertThat(seen).containsExactly(EngagementState.ENGAGEMENT_STATE_OFF));

        begin("d11");
        await().untilAsserted(() ->
                assertThat(seen).last().isEqualTo(EngagementState.ENGAGEMENT_STATE_FREE));
        Command command = commanded("call11", "d11");
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
                () -> progress("d12", "1", DriveStep.DRIVE_STEP_UNSPECIFIED));
        assertRefused(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                () -> commander.watch(WatchRequest.getDefaultInstance()).next());
        assertRefused(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                () -> commander.cancel(cancellation("1").toBuilder().clearReason().build()));
    }

    @Test
    void metricsAreServed() {
        begin("d13");
        commanded("call13", "d13");

        String metrics = RestAssured.get("/q/metrics").asString();

        assertThat(metrics)
                .contains("supporters_commander_commands_total{outcome=\"commanded\"")
                .contains("supporters_commander_assign_seconds_count{result=\"commanded\"")
                .doesNotContain("d13")
                .doesNotContain("call13");
    }

    private void begin(String driver) {
        probe.tell(event(driver, begun(driver).build()));
        await().untilAsserted(() ->
                assertThat(state(driver)).isEqualTo(EngagementState.ENGAGEMENT_STATE_FREE));
    }

    private Command commanded(String call, String driver) {
        return commander.assign(assignment(call, driver)).getCommand();
    }

    /** Lets time pass until silence has accepted: the timer hears of the command a little after it was given. */
    private void silenceUntil(String driver, EngagementState state) {
        clock.advance(Duration.ofSeconds(5));
        await().untilAsserted(() -> assertThat(state(driver)).isEqualTo(state));
    }

    private void progress(String driver, String call, DriveStep step) {
        ProgressRequest request =
                ProgressRequest.newBuilder()
                        .setRequestId(UUID.randomUUID().toString())
                        .setDriverId(driver)
                        .setCallId(call)
                        .setStep(step)
                        .build();
        assertThat(commander.progress(request).getEngagement().getDriverId()).isEqualTo(driver);
    }

    private EngagementState state(String driver) {
        return commander
                .getEngagement(GetEngagementRequest.newBuilder().setDriverId(driver).build())
                .getEngagement()
                .getState();
    }

    private long engagementVersion(String driver) {
        return commander
                .getEngagement(GetEngagementRequest.newBuilder().setDriverId(driver).build())
                .getEngagement()
                .getVersion();
    }

    private List<String> told(String driver) {
        return probe.all(Topics.ACTIVITY, ActivityEvent.parser()).stream()
                .filter(event -> event.getDriverId().equals(driver))
                .map(event -> event.getActionName().name().replace("ACTION_NAME_CALL_", ""))
                .toList();
    }

    private static AssignRequest assignment(String call, String driver) {
        return AssignRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setCallId(call)
                .setProduct(Product.PRODUCT_DRIVER)
                .addCandidates(Candidate.newBuilder().setDriverId(driver).setEtaSeconds(240))
                .setOrigin(Samples.ORIGIN)
                .setFare(Samples.FARE)
                .setVeto(Timestamps.of(Samples.VETO))
                .setOnRefusal(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL)
                .build();
    }

    private static RespondRequest acceptance(String driver, Command command) {
        return RespondRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setDriverId(driver)
                .setCommandId(command.getCommandId())
                .setAccept(Accept.getDefaultInstance())
                .build();
    }

    private static RespondRequest refusal(String driver, Command command) {
        return RespondRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setDriverId(driver)
                .setCommandId(command.getCommandId())
                .setRefuse(Refuse.newBuilder().setReason(RefusalReason.REFUSAL_REASON_TOO_FAR))
                .build();
    }

    private static CancelRequest cancellation(String call) {
        return CancelRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setCallId(call)
                .setReason(CancellationReason.CANCELLATION_REASON_CUSTOMER)
                .build();
    }

    private static CloseCallRequest closing(String call) {
        return CloseCallRequest.newBuilder().setCallId(call).build();
    }

    private static WorkEvent.Builder begun(String driver) {
        return workEvent(driver, 1)
                .setBegun(WorkBegun.newBuilder().setWindowEndTime(Timestamps.of(WINDOW_END)));
    }

    private static WorkEvent.Builder workEvent(String driver, long version) {
        return WorkEvent.newBuilder()
                .setDriverId(driver)
                .setWorkId(Samples.work(driver))
                .setProduct(Product.PRODUCT_DRIVER)
                .setVersion(version)
                .setEventTime(Timestamps.of(Samples.NOW.plusSeconds(version)));
    }

    private static Event event(String driver, Message payload) {
        return new Event(Topics.WORK, driver, "supporters.work.test.v1", payload);
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

    private static Metadata headers() {
        Metadata headers = new Metadata();
        headers.put(ServiceToken.METADATA, "Bearer " + Embedded.SERVICE_TOKEN);
        return headers;
    }

    private static void assertRefused(ErrorReason reason, ThrowingCallable call) {
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(RefusalStatus.fromStatus(e).reason()).isEqualTo(reason));
    }
}
