package dev.supporters.gateway.call;

import dev.supporters.contract.CallId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.common.v1.ErrorReason;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** General dispatch in memory; may be down. */
final class FakeGeneralDispatch implements GeneralDispatch {

    final Map<String, Call> calls = new HashMap<>();
    final List<String> cancelled = new ArrayList<>();
    boolean down;

    @Override
    public void offer(Call call) {
        mustBeUp();
        calls.put(call.getCallId(), call);
    }

    @Override
    public Optional<Call> find(CallId callId) {
        mustBeUp();
        return Optional.ofNullable(calls.get(callId.value()));
    }

    @Override
    public boolean cancel(CallId callId, String customerId) {
        mustBeUp();
        cancelled.add(callId.value());
        return calls.containsKey(callId.value());
    }

    private void mustBeUp() {
        if (down) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_UNAVAILABLE,
                    "general dispatch does not answer",
                    "an answer");
        }
    }
}
