package dev.supporters.work.adapter.grpc;

import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.GuardedCall;
import dev.supporters.proto.common.v1.ErrorReason;

import java.util.function.Supplier;

/** Another service: however it fails to answer, to our callers that is UNAVAILABLE. */
final class Callee {

    private final String name;
    private final GuardedCall remote;

    Callee(String name, GuardedCall remote) {
        this.name = name;
        this.remote = remote;
    }

    <T> T ask(Supplier<T> call) {
        try {
            return remote.call(call);
        } catch (Refusal refusal) {
            if (ErrorReasons.failure(refusal.reason())) {
                throw new Refusal(
                        ErrorReason.ERROR_REASON_UNAVAILABLE,
                        name + ": " + refusal.reasonName(),
                        "an answer within " + remote.deadline());
            }
            throw refusal;
        }
    }
}
