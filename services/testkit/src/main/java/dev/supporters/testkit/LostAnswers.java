package dev.supporters.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A way to a service on which an answer is lost: the service has done what it was asked for, and the client hears UNAVAILABLE. Give it to
 * a stub as an interceptor.
 */
public final class LostAnswers implements ClientInterceptor {

    private final AtomicBoolean losing = new AtomicBoolean();
    private final AtomicReference<Object> lost = new AtomicReference<>();

    /** Sends a request whose answer is lost, and the same request again; it is answered with what was lost. */
    public <A> A repeated(Supplier<A> request) {
        Object missed = loseAnswer(request);
        A heard = request.get();
        assertThat(heard).isEqualTo(missed);
        assertThat(request.get()).isEqualTo(missed);
        return heard;
    }

    /** Sends a request whose answer is lost, and the same request again; it is answered with what is true by then. */
    public <A> A again(Supplier<A> request) {
        loseAnswer(request);
        return request.get();
    }

    private Object loseAnswer(Supplier<?> request) {
        losing.set(true);
        assertThatThrownBy(request::get)
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e ->
                                assertThat(e.getStatus().getCode())
                                        .isEqualTo(Status.Code.UNAVAILABLE));
        Object missed = lost.getAndSet(null);
        assertThat(missed).as("what was answered and lost").isNotNull();
        return missed;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
            MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        ClientCall<Q, A> call = next.newCall(method, options);
        if (!losing.compareAndSet(true, false)) {
            return call;
        }
        return new SimpleForwardingClientCall<>(call) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                super.start(new Losing<>(listener), headers);
            }
        };
    }

    private final class Losing<A> extends SimpleForwardingClientCallListener<A> {

        Losing(ClientCall.Listener<A> listener) {
            super(listener);
        }

        @Override
        public void onMessage(A answer) {
            lost.set(answer);
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            super.onClose(
                    status.isOk()
                            ? Status.UNAVAILABLE.withDescription("the answer is lost")
                            : status,
                    trailers);
        }
    }
}
