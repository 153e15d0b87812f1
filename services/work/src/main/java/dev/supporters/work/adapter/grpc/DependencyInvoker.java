package dev.supporters.work.adapter.grpc;

import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.GuardedCall;
import dev.supporters.proto.common.v1.ErrorReason;

import java.util.function.Supplier;

/** Calls a service without which a request cannot be answered: however it fails, our callers get UNAVAILABLE. */
final class DependencyInvoker {

    private final String name;
    private final GuardedCall guard;

    DependencyInvoker(String name, GuardedCall guard) {
        this.name = name;
        this.guard = guard;
    }

    <T> T invoke(Supplier<T> call) {
        try {
            return guard.call(call);
        } catch (Refusal refusal) {
            if (ErrorReasons.failure(refusal.reason())) {
                throw new Refusal(
                        ErrorReason.ERROR_REASON_UNAVAILABLE,
                        name + ": " + refusal.reasonName(),
                        "an answer within " + guard.deadline());
            }
            throw refusal;
        }
    }
}
