package dev.supporters.platform.rpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Deadline;
import io.grpc.MethodDescriptor;
import io.quarkus.grpc.GlobalInterceptor;

import jakarta.enterprise.context.ApplicationScoped;

/** Every gRPC call within a {@link GuardedCall} has its deadline, whatever becomes of the gRPC context. */
@GlobalInterceptor
@ApplicationScoped
class DeadlineClientInterceptor implements ClientInterceptor {

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
            MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return CallDeadline.current()
                .map(deadline ->
                        next.newCall(method, options.withDeadline(earlier(deadline, options))))
                .orElseGet(() -> next.newCall(method, options));
    }

    private static Deadline earlier(Deadline deadline, CallOptions options) {
        return options.getDeadline() == null ? deadline : deadline.minimum(options.getDeadline());
    }
}
