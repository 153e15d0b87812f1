package dev.supporters.platform.validation;

import com.google.protobuf.Message;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.RefusalStatus;
import dev.supporters.platform.request.EndUser;
import dev.supporters.platform.request.RequestId;

import io.grpc.Context;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GlobalInterceptor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Prioritized;

import org.jboss.logging.Logger;

/**
 * Refuses requests out of their fields' bounds, and those for a person that are about another one, before a service sees them. Runs after
 * the authentication.
 */
@GlobalInterceptor
@ApplicationScoped
class BoundsServerInterceptor implements ServerInterceptor, Prioritized {

    /** Quarkus calls interceptors of higher priority first. */
    static final int PRIORITY = -200;

    private static final Logger LOG = Logger.getLogger(BoundsServerInterceptor.class);

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        RefusableCall<Q, A> refusable = new RefusableCall<>(call);
        return new CheckedListener<>(refusable, next.startCall(refusable, headers));
    }

    @Override
    public int getPriority() {
        return PRIORITY;
    }

    /** Hears the caller, and passes on only what is within its bounds; after a refusal nothing more than that the call ends. */
    private static final class CheckedListener<Q, A> extends SimpleForwardingServerCallListener<Q> {

        private final RefusableCall<Q, A> call;
        private volatile boolean asked;

        CheckedListener(RefusableCall<Q, A> call, ServerCall.Listener<Q> service) {
            super(service);
            this.call = call;
        }

        @Override
        public void onMessage(Q message) {
            asked = true;
            if (call.refused) {
                return;
            }
            try {
                if (message instanceof Message request) {
                    EndUser.present().ifPresent(user -> user.mustOwn(request));
                    FieldBoundsTable.check(request);
                }
            } catch (Refusal refusal) {
                refuse(refusal);
                return;
            }
            super.onMessage(message);
        }

        /** The server drops bytes that are no message of the method's type, and says only that nothing more comes. */
        @Override
        public void onHalfClose() {
            if (!asked
                    && !call.refused
                    && call.getMethodDescriptor().getType().clientSendsOneMessage()) {
                refuse(Refusal.invalid("request", "bytes that cannot be read", "a message"));
            }
            if (!call.refused) {
                super.onHalfClose();
            }
        }

        @Override
        public void onReady() {
            if (!call.refused) {
                super.onReady();
            }
        }

        @Override
        public void onComplete() {
            if (!call.refused) {
                super.onComplete();
            }
        }

        @Override
        public void onCancel() {
            if (!call.refused) {
                super.onCancel();
            }
        }

        private void refuse(Refusal refusal) {
            try (RequestId.Scope scope = RequestId.log(Context.current())) {
                LOG.debugf("refused reason=%s", refusal.reasonName());
            }
            call.refuse(RefusalStatus.toStatus(refusal));
            // A service that reads a stream has begun already; for it the caller is gone.
            super.onCancel();
        }
    }

    /** A call of which nothing more is sent once it was refused, even by a service that answers late. */
    private static final class RefusableCall<Q, A> extends SimpleForwardingServerCall<Q, A> {

        private volatile boolean refused;

        RefusableCall(ServerCall<Q, A> call) {
            super(call);
        }

        void refuse(StatusRuntimeException status) {
            refused = true;
            Metadata trailers = status.getTrailers();
            super.close(status.getStatus(), trailers == null ? new Metadata() : trailers);
        }

        @Override
        public void sendHeaders(Metadata headers) {
            if (!refused) {
                super.sendHeaders(headers);
            }
        }

        @Override
        public void sendMessage(A message) {
            if (!refused) {
                super.sendMessage(message);
            }
        }

        @Override
        public void close(Status status, Metadata trailers) {
            if (!refused) {
                super.close(status, trailers);
            }
        }

        @Override
        public boolean isCancelled() {
            return refused || super.isCancelled();
        }
    }
}
