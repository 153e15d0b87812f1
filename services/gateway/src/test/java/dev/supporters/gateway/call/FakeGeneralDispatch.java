package dev.supporters.gateway.call;

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
    public Optional<Call> find(String callId) {
        mustBeUp();
        return Optional.ofNullable(calls.get(callId));
    }

    @Override
    public boolean cancel(String callId, String customerId) {
        mustBeUp();
        cancelled.add(callId);
        return calls.containsKey(callId);
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
