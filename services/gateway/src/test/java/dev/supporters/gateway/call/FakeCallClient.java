package dev.supporters.gateway.call;

import dev.supporters.contract.CallId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.CancelRequest;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.common.v1.ErrorReason;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Calls in memory; a test may let it refuse everything. */
final class FakeCallClient implements CallClient {

    final Map<String, Call> calls = new HashMap<>();
    final List<RequestRequest> requests = new ArrayList<>();
    private Optional<ErrorReason> refusal = Optional.empty();

    void refuse(ErrorReason reason) {
        refusal = Optional.of(reason);
    }

    @Override
    public Call request(RequestRequest request) {
        requests.add(request);
        refused();
        if (calls.containsKey(request.getCallId())) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_CALL_EXISTS, request.getCallId(), "another id");
        }
        Call call =
                Call.newBuilder()
                        .setCallId(request.getCallId())
                        .setCustomerId(request.getCustomerId())
                        .setState(CallState.CALL_STATE_REQUESTED)
                        .build();
        calls.put(call.getCallId(), call);
        return call;
    }

    @Override
    public Call cancel(CancelRequest request) {
        Call call = get(new CallId(request.getCallId()));
        if (!request.getCustomerId().isEmpty()
                && !request.getCustomerId().equals(call.getCustomerId())) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_PERMISSION_DENIED,
                    request.getCustomerId(),
                    call.getCustomerId());
        }
        return call.toBuilder().setState(CallState.CALL_STATE_CANCELLED).build();
    }

    @Override
    public Call get(CallId callId) {
        refused();
        return Optional.ofNullable(calls.get(callId.value()))
                .orElseThrow(() ->
                        new Refusal(
                                ErrorReason.ERROR_REASON_CALL_NOT_FOUND, callId.value(), "a call"));
    }

    @Override
    public List<Call> getAll(Set<CallId> callIds) {
        refused();
        return callIds.stream()
                .map(callId -> calls.get(callId.value()))
                .filter(Objects::nonNull)
                .toList();
    }

    private void refused() {
        refusal.ifPresent(reason -> {
            throw new Refusal(reason, "told so", "nothing");
        });
    }
}
