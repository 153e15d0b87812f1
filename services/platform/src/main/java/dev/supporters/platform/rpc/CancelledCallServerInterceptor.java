package dev.supporters.platform.rpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.quarkus.grpc.GlobalInterceptor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Prioritized;

/**
 * Sends nothing to a caller that has cancelled the call or whose deadline is over. Vert.x would write to a stream that is no longer
 * there, take that for an error of the protocol, and close the connection: all other calls on it would fail, too, because one answer
 * was late.
 */
@GlobalInterceptor
@ApplicationScoped
class CancelledCallServerInterceptor implements ServerInterceptor, Prioritized {

    /** Around all other interceptors of ours. */
    static final int PRIORITY = -50;

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        return next.startCall(new AwaitedCall<>(call), headers);
    }

    @Override
    public int getPriority() {
        return PRIORITY;
    }

    private static final class AwaitedCall<Q, A> extends SimpleForwardingServerCall<Q, A> {

        AwaitedCall(ServerCall<Q, A> call) {
            super(call);
        }

        @Override
        public void sendHeaders(Metadata headers) {
            if (!isCancelled()) {
                super.sendHeaders(headers);
            }
        }

        @Override
        public void sendMessage(A message) {
            if (!isCancelled()) {
                super.sendMessage(message);
            }
        }

        @Override
        public void close(Status status, Metadata trailers) {
            if (!isCancelled()) {
                super.close(status, trailers);
            }
        }
    }
}
