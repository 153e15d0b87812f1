package dev.supporters.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.CallId;
import dev.supporters.contract.CallNumbers;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.Principal.Role;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.commander.v1.Command;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.testkit.TestClock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Optional;
import java.util.Random;
import java.util.Set;

class CallServiceTest {

    private static final Principal CUSTOMER = new Principal("7", Set.of(Role.CUSTOMER));
    private static final Principal STRANGER = new Principal("8", Set.of(Role.CUSTOMER));

    private final TestClock clock = new TestClock();
    private static final CallId CALL = new CallId("5");

    private final FakeCallClient calls = new FakeCallClient();
    private final FakeCommanderClient commander = new FakeCommanderClient();
    private final FakeGeneralDispatch general = new FakeGeneralDispatch();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CallService service =
            new CallService(
                    calls,
                    commander,
                    general,
                    new CallNumbers(clock, new Random(1)),
                    new CallRequestMetrics(meters),
                    clock);

    @Test
    void numbersACallThatHasNoNumber() {
        // When
        Call call = service.request(request("r1", ""));

        // Then
        assertThat(call.getCallId()).matches("[0-9]{18}");
        assertThat(general.calls).isEmpty();
        assertThat(measured("answered")).isEqualTo(1);
    }

    @Test
    void keepsANumberThatWasGiven() {
        assertThat(service.request(request("r1", "254137")).getCallId()).isEqualTo("254137");
    }

    @Test
    void numbersAgainWhenItsNumberTurnsOutToBeTaken() {
        // Given
        String taken = new CallNumbers(clock, new Random(1)).next();
        calls.calls.put(taken, call(taken, "8", CallState.CALL_STATE_REQUESTED));

        // When
        Call call = service.request(request("r1", ""));

        // Then
        assertThat(call.getCallId()).isNotEqualTo(taken).matches("[0-9]{18}");
    }

    @Test
    void refusesAGivenNumberThatIsTaken() {
        // Given
        service.request(request("r1", "254137"));

        // Then
        assertRefused(
                () -> service.request(request("r2", "254137")),
                ErrorReason.ERROR_REASON_CALL_EXISTS);
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorReason.class,
            names = {
                "ERROR_REASON_UNAVAILABLE",
                "ERROR_REASON_DEADLINE_EXCEEDED",
                "ERROR_REASON_RESOURCE_EXHAUSTED",
                "ERROR_REASON_INTERNAL"
            })
    void sendsTheCallToGeneralDispatchUnderTheSameNumberWhenTheCallServiceFails(
            ErrorReason failure) {
        // Given
        calls.refuse(failure);

        // When
        Call call = service.request(request("r1", ""));

        // Then
        assertThat(call.getState()).isEqualTo(CallState.CALL_STATE_GENERAL);
        assertThat(call.getPath()).isEqualTo(DispatchPath.DISPATCH_PATH_GENERAL);
        assertThat(call.getReason()).isEqualTo("CALL_UNAVAILABLE");
        assertThat(call.getCallId()).isEqualTo(calls.requests.getFirst().getCallId());
        assertThat(general.calls).containsEntry(call.getCallId(), call);
        assertThat(commander.closed).containsExactly(call.getCallId());
        assertThat(measured("around_call")).isEqualTo(1);
    }

    @Test
    void leavesACallThatHasACommandWithItsSupporterThoughTheCallServiceDidNotAnswer() {
        // Given
        calls.refuse(ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED);
        commander.command =
                Optional.of(
                        Command.newBuilder().setCommandId("c-1").setDriverId("1004550").build());

        // When
        Call call = service.request(request("r1", "254137"));

        // Then
        assertThat(call.getState()).isEqualTo(CallState.CALL_STATE_COMMANDED);
        assertThat(call.getPath()).isEqualTo(DispatchPath.DISPATCH_PATH_SUPPORTERS);
        assertThat(call.getDriverId()).isEqualTo("1004550");
        assertThat(call.getCommandId()).isEqualTo("c-1");
        assertThat(general.calls).isEmpty();
    }

    @Test
    void offersTheCallToTheLegacySystemWhenNeitherCallNorCommanderAnswers() {
        // Given
        calls.refuse(ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED);
        commander.down = true;

        // When
        Call call = service.request(request("r1", ""));

        // Then
        assertThat(call.getState()).isEqualTo(CallState.CALL_STATE_GENERAL);
        assertThat(call.getReason()).isEqualTo("CALL_UNAVAILABLE");
        assertThat(general.calls).containsEntry(call.getCallId(), call);
    }

    @Test
    void handsABusinessRefusalOnAndNothingToGeneralDispatch() {
        // Given
        calls.refuse(ErrorReason.ERROR_REASON_INVALID_ARGUMENT);

        // Then
        assertRefused(
                () -> service.request(request("r1", "")),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT);
        assertThat(general.calls).isEmpty();
    }

    @Test
    void refusesWhenBothFail() {
        // Given
        calls.refuse(ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED);
        general.down = true;

        // Then
        assertRefused(
                () -> service.request(request("r1", "")), ErrorReason.ERROR_REASON_UNAVAILABLE);
        assertThat(measured("failed")).isEqualTo(1);
        assertThat(measured("around_call")).isZero();
    }

    @Test
    void findsACallThatOnlyGeneralDispatchKnows() {
        // Given
        general.calls.put("5", call("5", "7", CallState.CALL_STATE_GENERAL));

        // When
        Call call = service.get(CUSTOMER, CALL);

        // Then
        assertThat(call.getCallId()).isEqualTo("5");
    }

    @Test
    void findsACallAtGeneralDispatchWhileTheCallServiceIsDown() {
        // Given
        calls.refuse(ErrorReason.ERROR_REASON_UNAVAILABLE);
        general.calls.put("5", call("5", "7", CallState.CALL_STATE_GENERAL));

        // Then
        assertThat(service.get(CUSTOMER, CALL).getCallId()).isEqualTo("5");
    }

    @Test
    void saysOfAnothersCallThatThereIsNone() {
        // Given
        calls.calls.put("5", call("5", "7", CallState.CALL_STATE_COMMANDED));

        // Then
        assertRefused(() -> service.get(STRANGER, CALL), ErrorReason.ERROR_REASON_CALL_NOT_FOUND);
        assertRefused(
                () -> service.cancel("r", CALL, "8"), ErrorReason.ERROR_REASON_CALL_NOT_FOUND);
    }

    @Test
    void cancelsACallThatOnlyGeneralDispatchKnows() {
        // Given
        general.calls.put("5", call("5", "7", CallState.CALL_STATE_GENERAL));

        // When
        Call call = service.cancel("r", CALL, "7");

        // Then
        assertThat(call.getState()).isEqualTo(CallState.CALL_STATE_CANCELLED);
        assertThat(general.cancelled).containsExactly("5");
    }

    @Test
    void cancelsNoCallOfAnotherAtGeneralDispatch() {
        // Given
        general.calls.put("5", call("5", "7", CallState.CALL_STATE_GENERAL));

        // Then
        assertRefused(
                () -> service.cancel("r", CALL, "8"), ErrorReason.ERROR_REASON_CALL_NOT_FOUND);
        assertThat(general.cancelled).isEmpty();
    }

    @Test
    void saysThatTheCallServiceFailsWhenGeneralDispatchDoesNotKnowTheCall() {
        // Given
        calls.refuse(ErrorReason.ERROR_REASON_UNAVAILABLE);

        // Then
        assertRefused(() -> service.cancel("r", CALL, "7"), ErrorReason.ERROR_REASON_UNAVAILABLE);
        assertRefused(() -> service.get(CUSTOMER, CALL), ErrorReason.ERROR_REASON_UNAVAILABLE);
    }

    private static RequestRequest request(String requestId, String callId) {
        return RequestRequest.newBuilder()
                .setRequestId(requestId)
                .setCallId(callId)
                .setCustomerId("7")
                .build();
    }

    private static Call call(String callId, String customerId, CallState state) {
        return Call.newBuilder()
                .setCallId(callId)
                .setCustomerId(customerId)
                .setState(state)
                .build();
    }

    private static void assertRefused(ThrowingCallable call, ErrorReason reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private long measured(String result) {
        return meters.get("supporters_gateway_call_request_seconds")
                .tag("result", result)
                .timer()
                .count();
    }
}
