package dev.supporters.call;

import static dev.supporters.call.CallTestClient.SECRET;
import static dev.supporters.call.CallTestClient.assertRefused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.events.activity.v1.CallAccepted;
import dev.supporters.proto.events.activity.v1.CallCommanded;
import dev.supporters.proto.events.activity.v1.CallRefused;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.testkit.TestClock;

import io.grpc.Status;
import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

@QuarkusTest
class CallTest extends ComponentTest {

    @Test
    void followsASupporterFromTheRequestToTheAcceptance() {
        // When
        Call commanded = client.request("1001", "7001");
        client.tell("1001", event -> event.setCommanded(CallCommanded.getDefaultInstance()));
        client.tell("1001", event -> event.setAccepted(CallAccepted.getDefaultInstance()));

        // Then
        assertThat(commanded.getState()).isEqualTo(CallState.CALL_STATE_COMMANDED);
        assertThat(commanded.getPath()).isEqualTo(DispatchPath.DISPATCH_PATH_SUPPORTERS);
        assertThat(commanded.getTagsList()).containsExactly("supporters:fit");
        assertThat(commanded.getEtaSeconds()).isEqualTo(420);
        await().untilAsserted(() ->
                assertThat(client.get("1001").getState()).isEqualTo(CallState.CALL_STATE_ACCEPTED));
        assertThat(client.get("1001").getDispatchTime())
                .isEqualTo(Timestamps.of(TestClock.FRIDAY_NIGHT));
        await().untilAsserted(() ->
                assertThat(client.told("1001"))
                        .extracting(CallEvent::getEventCase)
                        .containsExactly(
                                CallEvent.EventCase.REQUESTED,
                                CallEvent.EventCase.ASSIGNED,
                                CallEvent.EventCase.PROGRESSED));
        assertThat(client.probe.records(Topics.CALLS))
                .noneMatch(record ->
                        new String(record.value(), StandardCharsets.UTF_8).contains(SECRET));
    }

    @Test
    void anEventThatWaitsForCommanderKeepsNoOtherDriversWaiting() {
        // Given
        client.request("2901", "7001");
        client.request("1010", "7001");
        client.tell(
                "1004559", "2901", event -> event.setCommanded(CallCommanded.getDefaultInstance()));
        await().untilAsserted(() ->
                assertThat(parts.cancelled).anyMatch(c -> c.getCallId().equals("2901")));

        // When
        client.tell("1010", event -> event.setAccepted(CallAccepted.getDefaultInstance()));

        // Then
        await().untilAsserted(() ->
                assertThat(client.get("1010").getState()).isEqualTo(CallState.CALL_STATE_ACCEPTED));
        parts.releaseCommander();
    }

    @Test
    void adoptsTheCommandWhenRoutingIsLate() {
        // When
        Call call = client.request("4001", "7001");

        // Then
        assertThat(call.getState()).isEqualTo(CallState.CALL_STATE_COMMANDED);
        assertThat(call.getCommandId()).isEqualTo("command-4001");
        assertThat(call.getDriverId()).isEqualTo("1004551");
    }

    @Test
    void routesAgainAfterARefusalIfThePolicySaysSo() {
        // Given
        client.request("1002", "7001");

        // When
        client.tell(
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
    void holdsACallUntilThereIsASupporter() {
        // When
        Call held = client.request("5101", "7001");

        // Then
        assertThat(held.getState()).isEqualTo(CallState.CALL_STATE_REQUESTED);
        assertThat(held.getWaitingSince()).isEqualTo(Timestamps.of(TestClock.FRIDAY_NIGHT));
        assertThat(held.getHoldUntilTime())
                .isEqualTo(Timestamps.of(TestClock.FRIDAY_NIGHT.plusSeconds(600)));
        await().untilAsserted(() -> {
            assertThat(client.get("5101").getState()).isEqualTo(CallState.CALL_STATE_COMMANDED);
            assertThat(client.get("5101").hasWaitingSince()).isFalse();
        });
        assertThat(client.get("5101").getCommandId()).isEqualTo("command-5101");
    }

    @Test
    void cancelsAHeldCall() {
        // Given
        client.request("5201", "7001");

        // Then
        assertThat(client.cancel("5201", "7001").getState())
                .isEqualTo(CallState.CALL_STATE_CANCELLED);
        assertThat(client.get("5201").hasWaitingSince()).isFalse();
    }

    @Test
    void confirmsOnlyTheCallsOwnCommand() {
        // Given
        client.request("1004", "7001");

        // Then
        assertThat(client.confirm("1004", "command-1004")).isTrue();
        assertThat(client.confirm("1004", "command-1")).isFalse();
        assertThat(client.confirm("9999", "command-1")).isFalse();
    }

    @Test
    void doesNotCancelADriveWhoseCompletionItHasNotHeard() {
        // Given
        client.request("1601", "7001");

        // Then
        assertRefused(
                () -> client.cancel("1601", "7001"), Status.Code.FAILED_PRECONDITION, "CALL_ENDED");
        assertThat(client.get("1601").getState()).isEqualTo(CallState.CALL_STATE_COMPLETED);
        assertThat(client.get("1601").getEndTime())
                .isEqualTo(Timestamps.of(TestClock.FRIDAY_NIGHT.plusSeconds(900)));
    }

    @Test
    void cancelsThroughTheArbiterOfEachPath() {
        // Given
        client.request("1003", "7001");
        client.request("2003", "7001");
        client.request("2007", "7001");

        // When
        Call supporters = client.cancel("1003", "7001");
        Call general = client.cancel("2003", "7001");

        // Then
        assertThat(supporters.getState()).isEqualTo(CallState.CALL_STATE_CANCELLED);
        assertThat(general.getState()).isEqualTo(CallState.CALL_STATE_CANCELLED);
        assertThat(parts.cancelled)
                .anySatisfy(cancelled -> {
                    assertThat(cancelled.getCallId()).isEqualTo("1003");
                    assertThat(cancelled.getReason())
                            .isEqualTo(CancellationReason.CANCELLATION_REASON_CUSTOMER);
                });
        assertThat(parts.legacyHeard("/2003/cancel.json")).isNotEmpty();
        assertRefused(
                () -> client.cancel("2007", "7001"),
                Status.Code.FAILED_PRECONDITION,
                "CALL_PICKED_UP");
        assertRefused(
                () -> client.cancel("2007", "7002"),
                Status.Code.PERMISSION_DENIED,
                "PERMISSION_DENIED");
    }
}
