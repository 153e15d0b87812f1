package dev.supporters.platform.rpc;

import io.grpc.Context;

import java.util.function.Supplier;

/** Runs code in a gRPC context, and puts the one before back. */
final class GrpcContext {

    private GrpcContext() {}

    /**
     * The context before is attached again rather than this one detached: the storage that Quarkus puts in place forgets to detach a
     * context that was attached to none, so that its expired deadline would hold for all that follows.
     */
    static <T> T within(Context context, Supplier<T> code) {
        Context before = context.attach();
        try {
            return code.get();
        } finally {
            var _ = before.attach();
        }
    }
}
