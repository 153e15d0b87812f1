package dev.supporters.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.request.ServiceToken;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.BatchGetRequest;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.call.v1.CallServiceGrpc.CallServiceBlockingStub;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.CancelRequest;
import dev.supporters.proto.call.v1.ConfirmRequest;
import dev.supporters.proto.call.v1.GeneralStep;
import dev.supporters.proto.call.v1.GetRequest;
import dev.supporters.proto.call.v1.ListRequest;
import dev.supporters.proto.call.v1.ListResponse;
import dev.supporters.proto.call.v1.ReportGeneralRequest;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallAccepted;
import dev.supporters.proto.events.activity.v1.CallCommanded;
import dev.supporters.proto.events.activity.v1.CallRefused;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.EventProbe;
import dev.supporters.testkit.TestClock;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

@QuarkusTest
@QuarkusTestResource(Embedded.class)
@QuarkusTestResource(FakeParts.class)
class CallTest {

    private static final String SECRET = "우리집 지하 2층";

    FakeParts parts;

    private final EventProbe probe = EventProbe.ofTest();
    private ManagedChannel channel;
    private CallServiceBlockingStub calls;

    @BeforeEach
    void connect() {
        channel =
                ManagedChannelBuilder.forAddress("127.0.0.1", RestAssured.port)
                        .usePlaintext()
                        .build();
        Metadata headers = new Metadata();
        headers.put(ServiceToken.METADATA, "Bearer " + Embedded.SERVICE_TOKEN);
        calls =
                CallServiceGrpc.newBlockingStub(channel)
                        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    @AfterEach
    void disconnect() {
        probe.close();
        channel.shutdownNow();
    }

    @Test
    void followsASupporterFromTheRequestToTheAcceptance() {
        // When
        Call commanded = request("1001", "7001");
        tell("1001", event -> event.setCommanded(CallCommanded.getDefaultInstance()));
        tell("1001", event -> event.setAccepted(CallAccepted.getDefaultInstance()));

        // Then
        assertThat(commanded.getState()).isEqualTo(CallState.CALL_STATE_COMMANDED);
        assertThat(commanded.getPath()).isEqualTo(DispatchPath.DISPATCH_PATH_SUPPORTERS);
        assertThat(commanded.getTagsList()).containsExactly("supporters:fit");
        assertThat(commanded.getEtaSeconds()).isEqualTo(420);
        await().untilAsserted(() ->
                assertThat(get("1001").getState()).isEqualTo(CallState.CALL_STATE_ACCEPTED));
        assertThat(get("1001").getDispatchTime()).isEqualTo(Timestamps.of(TestClock.FRIDAY_NIGHT));
        await().untilAsserted(() ->
                assertThat(told("1001"))
                        .extracting(CallEvent::getEventCase)
                        .containsExactly(
                                CallEvent.EventCase.REQUESTED,
                                CallEvent.EventCase.ASSIGNED,
                                CallEvent.EventCase.PROGRESSED));
        assertThat(probe.records(Topics.CALLS))
                .noneMatch(record ->
                        new String(record.value(), StandardCharsets.UTF_8).contains(SECRET));
    }

    @Test
    void handsACallWithoutASupporterToTheLegacySystemUntilItTakesIt() {
        // When
        Call general = request("2501", "7001");

        // Then
        assertThat(general.getState()).isEqualTo(CallState.CALL_STATE_GENERAL);
        assertThat(general.getReason()).isEqualTo("NO_SUPPORTER");
        await().untilAsserted(() ->
                assertThat(legacyHeard("2501"))
                        .hasSize(3)
                        .allSatisfy(heard ->
                                assertThat(heard)
                                        .startsWith(
                                                "POST /api/v1/calls.json"
                                                        + " Bearer "
                                                        + Embedded.LEGACY_TOKEN)
                                        .contains("\"registered\":true")
                                        .contains("\"lat\":\"37.39433886412452\"")));
    }

    @Test
    void sendsACallToGeneralDispatchWhenRoutingFails() {
        // When
        Call call = request("3001", "7001");

        // Then
        assertThat(call.getState()).isEqualTo(CallState.CALL_STATE_GENERAL);
        assertThat(call.getReason()).isEqualTo("ROUTING_UNAVAILABLE");
    }

    @Test
    void adoptsTheCommandWhenRoutingIsLate() {
        // When
        Call call = request("4001", "7001");

        // Then
        assertThat(call.getState()).isEqualTo(CallState.CALL_STATE_COMMANDED);
        assertThat(call.getCommandId()).isEqualTo("command-4001");
        assertThat(call.getDriverId()).isEqualTo("1004551");
    }

    @Test
    void routesAgainAfterARefusalIfThePolicySaysSo() {
        // Given
        request("1002", "7001");

        // When
        tell(
                "1002",
                event ->
                        event.setRefused(
                                CallRefused.newBuilder()
                                        .setConsequence(
                                                RefusalConsequence
                                                        .REFUSAL_CONSEQUENCE_NEXT_SUPPORTER)));

        // Then
        await().untilAsserted(() ->
                assertThat(parts.routed)
                        .filteredOn(r -> r.getCall().getCallId().equals("1002"))
                        .last()
                        .extracting(r -> r.getExcludedDriverIdsList().size())
                        .isEqualTo(1));
    }

    @Test
    void cancelsThroughTheArbiterOfEachPath() {
        // Given
        request("1003", "7001");
        request("2003", "7001");
        request("2007", "7001");

        // When
        Call supporters = cancel("1003", "7001");
        Call general = cancel("2003", "7001");

        // Then
        assertThat(supporters.getState()).isEqualTo(CallState.CALL_STATE_CANCELLED);
        assertThat(general.getState()).isEqualTo(CallState.CALL_STATE_CANCELLED);
        assertThat(parts.cancelled)
                .anySatisfy(cancelled -> {
                    assertThat(cancelled.getCallId()).isEqualTo("1003");
                    assertThat(cancelled.getReason())
                            .isEqualTo(CancellationReason.CANCELLATION_REASON_CUSTOMER);
                });
        assertThat(legacyHeard("/2003/cancel.json")).isNotEmpty();
        assertRefused(
                () -> cancel("2007", "7001"), Status.Code.FAILED_PRECONDITION, "CALL_PICKED_UP");
        assertRefused(
                () -> cancel("2007", "7002"), Status.Code.PERMISSION_DENIED, "PERMISSION_DENIED");
    }

    @Test
    void confirmsOnlyTheCallsOwnCommand() {
        // Given
        request("1004", "7001");

        // Then
        assertThat(confirm("1004", "command-1004")).isTrue();
        assertThat(confirm("1004", "command-1")).isFalse();
        assertThat(confirm("9999", "command-1")).isFalse();
    }

    @Test
    void followsACommissionDriver() {
        // Given
        request("2004", "7001");

        // When
        report("2004", "r1", GeneralStep.GENERAL_STEP_TAKEN);
        report("2004", "r2", GeneralStep.GENERAL_STEP_ARRIVED);
        report("2004", "r3", GeneralStep.GENERAL_STEP_PICKED_UP);
        Call completed = report("2004", "r4", GeneralStep.GENERAL_STEP_COMPLETED);

        // Then
        assertThat(completed.getState()).isEqualTo(CallState.CALL_STATE_COMPLETED);
        assertThat(completed.getDriverId()).isEqualTo("2000001");
        assertThat(completed.getPath()).isEqualTo(DispatchPath.DISPATCH_PATH_GENERAL);
    }

    @Test
    void listsByCustomerPageByPage() {
        // Given
        List.of("2011", "2012", "2013").forEach(id -> request(id, "7700"));

        // When
        ListRequest all = ListRequest.newBuilder().setCustomerId("7700").setPageSize(2).build();
        ListResponse first = calls.list(all);
        ListResponse second =
                calls.list(all.toBuilder().setPageToken(first.getNextPageToken()).build());

        // Then
        assertThat(first.getCallsList())
                .extracting(Call::getCallId)
                .containsExactly("2013", "2012");
        assertThat(second.getCallsList()).extracting(Call::getCallId).containsExactly("2011");
        assertThat(second.getNextPageToken()).isEmpty();
        assertThat(
                        calls.batchGet(
                                        BatchGetRequest.newBuilder()
                                                .addCallIds("2011")
                                                .addCallIds("404")
                                                .build())
                                .getCallsList())
                .extracting(Call::getCallId)
                .containsExactly("2011");
        assertRefused(
                () -> calls.list(all.toBuilder().setPageToken("x").build()),
                Status.Code.INVALID_ARGUMENT,
                "INVALID_ARGUMENT");
    }

    @Test
    void refusesWithAStatus() {
        assertRefused(() -> get("404"), Status.Code.NOT_FOUND, "CALL_NOT_FOUND");
        assertRefused(
                () -> calls.request(RequestRequest.getDefaultInstance()),
                Status.Code.INVALID_ARGUMENT,
                "request_id");
    }

    @Test
    void countsStates() {
        // When
        request("2020", "7001");

        // Then
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("supporters_call_states_total{path=\"GENERAL\",state=\"GENERAL\"}");
    }

    private Call request(String callId, String customerId) {
        return calls.request(
                        RequestRequest.newBuilder()
                                .setRequestId("request-" + callId)
                                .setCallId(callId)
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setCustomerId(customerId)
                                .setCustomerName("김고객")
                                .setOrigin(
                                        Place.newBuilder()
                                                .setLat("37.39433886412452")
                                                .setLng("127.1105739023173"))
                                .setDestination(
                                        Place.newBuilder()
                                                .setLat("37.5")
                                                .setLng("127")
                                                .setPoi(SECRET))
                                .setFare(Money.newBuilder().setAmount(18_000).setCurrency("KRW"))
                                .setDistanceMeters(12_300)
                                .build())
                .getCall();
    }

    private Call get(String callId) {
        return calls.get(GetRequest.newBuilder().setCallId(callId).build()).getCall();
    }

    private Call cancel(String callId, String customerId) {
        return calls.cancel(
                        CancelRequest.newBuilder()
                                .setRequestId("cancel-" + callId)
                                .setCallId(callId)
                                .setCustomerId(customerId)
                                .build())
                .getCall();
    }

    private boolean confirm(String callId, String commandId) {
        return calls.confirm(
                        ConfirmRequest.newBuilder()
                                .setCallId(callId)
                                .setCommandId(commandId)
                                .setDriverId("1004550")
                                .build())
                .getConfirmed();
    }

    private Call report(String callId, String requestId, GeneralStep step) {
        return calls.reportGeneral(
                        ReportGeneralRequest.newBuilder()
                                .setRequestId(requestId)
                                .setCallId(callId)
                                .setStep(step)
                                .setDriverId("2000001")
                                .setEventTime(Timestamps.of(TestClock.FRIDAY_NIGHT))
                                .build())
                .getCall();
    }

    private void tell(String callId, Consumer<ActivityEvent.Builder> happening) {
        ActivityEvent.Builder event =
                ActivityEvent.newBuilder()
                        .setDriverId("1004550")
                        .setCallId(callId)
                        .setCommandId("command-" + callId)
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setEventTime(Timestamps.of(TestClock.FRIDAY_NIGHT));
        happening.accept(event);
        probe.tell(new Event(Topics.ACTIVITY, "1004550", "supporters.activity.v1", event.build()));
    }

    private List<CallEvent> told(String callId) {
        return probe.all(Topics.CALLS, CallEvent.parser()).stream()
                .filter(event -> event.getCallId().equals(callId))
                .toList();
    }

    private List<String> legacyHeard(String part) {
        return parts.legacyHeard.stream().filter(heard -> heard.contains(part)).toList();
    }

    private static void assertRefused(Runnable request, Status.Code code, String text) {
        assertThatThrownBy(request::run)
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e -> {
                            assertThat(e.getStatus().getCode()).isEqualTo(code);
                            assertThat(e.getStatus().getDescription()).contains(text);
                        });
    }
}
