package dev.supporters.platform.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.proto.common.v1.Money;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.protobuf.ProtoUtils;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

class AuthServerInterceptorTest {

    private static final MethodDescriptor<Money, Money> METHOD =
            method("supporters.call.v1.CallService/Get");
    private static final MethodDescriptor<Money, Money> REFLECTION =
            method("grpc.reflection.v1.ServerReflection/ServerReflectionInfo");
    private static final MethodCallers CALLERS =
            MethodCallers.parse(
                    """
                    method,gateway,work
                    supporters.call.v1.CallService/Get,yes,no
                    """);

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

    @Test
    void aCallerWithATokenOfItsOwnCallsWhatTheTableSays() {
        ServiceToken tokens = ownTokens(Optional.empty());

        assertThat(status(tokens, "Bearer of gateway", Optional.empty())).isEqualTo(Status.Code.OK);
        assertThat(status(tokens, "Bearer of work", Optional.empty()))
                .isEqualTo(Status.Code.PERMISSION_DENIED);
    }

    /** Where reflection is switched on; else there is no such method. */
    @Test
    void everyCallerWhoIsKnownMayAskWhichMethodsThereAre() {
        ServiceToken tokens = ownTokens(Optional.empty());

        assertThat(status(tokens, REFLECTION, "Bearer of work", Optional.empty()))
                .isEqualTo(Status.Code.OK);
        assertThat(status(tokens, REFLECTION, "Bearer of nobody", Optional.empty()))
                .isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    @Test
    void nobodyBecomesAnotherByItsName() {
        ServiceToken tokens = ownTokens(Optional.empty());

        assertThat(status(tokens, "Bearer of work", Optional.of("gateway")))
                .isEqualTo(Status.Code.PERMISSION_DENIED);
        assertThat(status(tokens, "Bearer of nobody", Optional.of("gateway")))
                .isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    @Test
    void whileACallersTokenIsChangedBothOfItsTokensAreLetIn() {
        ServiceToken tokens =
                tokens(
                        "mine",
                        Optional.empty(),
                        List.of(entry("gateway", "old"), entry("gateway", "new")));

        assertThat(status(tokens, "Bearer old", Optional.empty())).isEqualTo(Status.Code.OK);
        assertThat(status(tokens, "Bearer new", Optional.empty())).isEqualTo(Status.Code.OK);
    }

    /** Who knows what one service shows is nobody for the others. */
    @Test
    void theTokenThatAServiceShowsOpensNothingWhereCallersHaveTokensOfTheirOwn() {
        assertThat(status(ownTokens(Optional.empty()), "Bearer mine", Optional.of("gateway")))
                .isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    @Test
    void whoeverHasTheTokenThatAllShareIsWhomItSays() {
        for (ServiceToken tokens :
                List.of(
                        tokens("shared", Optional.empty()),
                        ownTokens(Optional.of("shared")))) { // on the way to tokens of their own
            assertThat(status(tokens, "Bearer shared", Optional.of("gateway")))
                    .isEqualTo(Status.Code.OK);
            assertThat(status(tokens, "Bearer shared", Optional.empty())).isEqualTo(Status.Code.OK);
            assertThat(status(tokens, "Bearer shared", Optional.of("work")))
                    .isEqualTo(Status.Code.PERMISSION_DENIED);
            assertThat(status(tokens, "Bearer shared", Optional.of("x")))
                    .isEqualTo(Status.Code.PERMISSION_DENIED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gateway", "gateway:", ":0000", "gateway:00", "Gateway:0000", "a b:0000"})
    void anEntryThatIsNoneIsNamed(String entry) {
        assertThatThrownBy(() -> new CallerTokens(tokens("t", Optional.empty(), List.of(entry))))
                .hasMessageContaining("supporters.service.callers: found " + entry);
    }

    private static boolean letsIn(ServiceToken tokens, String shown) {
        Status.Code status = status(tokens, shown, Optional.empty());
        assertThat(status).isIn(Status.Code.OK, Status.Code.UNAUTHENTICATED);
        return status == Status.Code.OK;
    }

    private static MethodDescriptor<Money, Money> method(String name) {
        return MethodDescriptor.<Money, Money>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(name)
                .setRequestMarshaller(ProtoUtils.marshaller(Money.getDefaultInstance()))
                .setResponseMarshaller(ProtoUtils.marshaller(Money.getDefaultInstance()))
                .build();
    }

    private static Status.Code status(ServiceToken tokens, String shown, Optional<String> name) {
        return status(tokens, METHOD, shown, name);
    }

    private static Status.Code status(
            ServiceToken tokens,
            MethodDescriptor<Money, Money> method,
            String shown,
            Optional<String> name) {
        Metadata headers = new Metadata();
        headers.put(ServiceToken.METADATA, shown);
        name.ifPresent(given -> headers.put(ServiceToken.CALLER, given));
        AtomicBoolean begun = new AtomicBoolean();
        AtomicReference<Status> closed = new AtomicReference<>(Status.OK);
        var _ =
                new AuthServerInterceptor(tokens, CALLERS)
                        .interceptCall(
                                new Call(method, closed),
                                headers,
                                (call, given) -> {
                                    begun.set(true);
                                    return new ServerCall.Listener<>() {};
                                });
        assertThat(begun.get()).isEqualTo(closed.get().isOk());
        return closed.get().getCode();
    }

    private static ServiceToken ownTokens(Optional<String> shared) {
        return tokens(
                "mine", shared, List.of(entry("gateway", "of gateway"), entry("work", "of work")));
    }

    /** As `printf %s token | sha256sum` says it. */
    private static String entry(String name, String token) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(StandardCharsets.UTF_8));
            return name + ":" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static ServiceToken tokens(String token, Optional<String> other) {
        return tokens(token, other, List.of());
    }

    private static ServiceToken tokens(String token, Optional<String> other, List<String> callers) {
        return new ServiceToken() {
            @Override
            public String token() {
                return token;
            }

            @Override
            public Optional<String> otherToken() {
                return other;
            }

            @Override
            public String name() {
                return "call";
            }

            @Override
            public Optional<List<String>> callers() {
                return callers.isEmpty() ? Optional.empty() : Optional.of(callers);
            }
        };
    }

    /** Keeps the status with which it was closed. */
    private static final class Call extends ServerCall<Money, Money> {

        private final MethodDescriptor<Money, Money> method;
        private final AtomicReference<Status> closed;

        Call(MethodDescriptor<Money, Money> method, AtomicReference<Status> closed) {
            this.method = method;
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
            return method;
        }
    }
}
