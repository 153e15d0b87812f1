package dev.supporters.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.common.v1.Money;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.protobuf.ProtoUtils;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

class AuthServerInterceptorTest {

    private static final MethodDescriptor<Money, Money> METHOD =
            MethodDescriptor.<Money, Money>newBuilder()
                    .setType(MethodDescriptor.MethodType.UNARY)
                    .setFullMethodName("supporters.call.v1.CallService/Get")
                    .setRequestMarshaller(ProtoUtils.marshaller(Money.getDefaultInstance()))
                    .setResponseMarshaller(ProtoUtils.marshaller(Money.getDefaultInstance()))
                    .build();

    @ParameterizedTest
    @ValueSource(strings = {"Bearer new", "bearer new", "BEARER new", "Bearer old", "bearer old"})
    void whileTheTokenIsChangedBothAreLetIn(String shown) {
        assertThat(letsIn(tokens("new", Optional.of("old")), shown)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer old", "new", "Bearer", "Bearer ", "Basic new", "Bearer NEW", ""})
    void afterTheChangeOnlyTheNewOneIs(String shown) {
        assertThat(letsIn(tokens("new", Optional.empty()), shown)).isFalse();
        assertThat(letsIn(tokens("new", Optional.empty()), "Bearer new")).isTrue();
    }

    @Test
    void aServiceShowsItsOwnTokenAndNotTheOtherOne() {
        assertThat(tokens("new", Optional.of("old")).bearer()).isEqualTo("Bearer new");
    }

    private static boolean letsIn(ServiceToken tokens, String shown) {
        Metadata headers = new Metadata();
        headers.put(ServiceToken.METADATA, shown);
        AtomicBoolean begun = new AtomicBoolean();
        AtomicReference<Status> closed = new AtomicReference<>(Status.OK);
        var _ =
                new AuthServerInterceptor(tokens)
                        .interceptCall(
                                new Call(closed),
                                headers,
                                (call, given) -> {
                                    begun.set(true);
                                    return new ServerCall.Listener<>() {};
                                });
        assertThat(closed.get().getCode())
                .isEqualTo(begun.get() ? Status.Code.OK : Status.Code.UNAUTHENTICATED);
        return begun.get();
    }

    private static ServiceToken tokens(String token, Optional<String> other) {
        return new ServiceToken() {
            @Override
            public String token() {
                return token;
            }

            @Override
            public Optional<String> otherToken() {
                return other;
            }
        };
    }

    /** Keeps the status with which it was closed. */
    private static final class Call extends ServerCall<Money, Money> {

        private final AtomicReference<Status> closed;

        Call(AtomicReference<Status> closed) {
            this.closed = closed;
        }

        @Override
        public void request(int messages) {}

        @Override
        public void sendHeaders(Metadata headers) {}

        @Override
        public void sendMessage(Money message) {}

        @Override
        public void close(Status status, Metadata trailers) {
            closed.set(status);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public MethodDescriptor<Money, Money> getMethodDescriptor() {
            return METHOD;
        }
    }
}
