package dev.supporters.platform.request;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.RefusalStatus;
import dev.supporters.proto.common.v1.ErrorReason;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GlobalInterceptor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Prioritized;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;

/** Lets only callers with the service token in, and gives each request its id. Health checks need no token. */
@GlobalInterceptor
@ApplicationScoped
class AuthServerInterceptor implements ServerInterceptor, Prioritized {

    /** Before the bounds are checked, within the traces and metrics that Quarkus adds. */
    static final int PRIORITY = -100;

    static final String HEALTH = "grpc.health.v1.Health";

    private static final String SCHEME = "Bearer ";

    private final List<byte[]> accepted;

    AuthServerInterceptor(ServiceToken token) {
        accepted =
                Stream.concat(Stream.of(token.token()), token.otherToken().stream())
                        .map(each -> each.getBytes(StandardCharsets.UTF_8))
                        .toList();
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        boolean open = HEALTH.equals(call.getMethodDescriptor().getServiceName());
        if (!open && !authenticated(headers.get(ServiceToken.METADATA))) {
            StatusRuntimeException refused = refused();
            Metadata trailers = refused.getTrailers();
            call.close(refused.getStatus(), trailers == null ? new Metadata() : trailers);
            return new ServerCall.Listener<>() {};
        }
        Context context = RequestId.with(headers.get(RequestId.METADATA));
        return Contexts.interceptCall(context, call, headers, next);
    }

    @Override
    public int getPriority() {
        return PRIORITY;
    }

    static StatusRuntimeException refused() {
        return RefusalStatus.toStatus(
                new Refusal(
                        ErrorReason.ERROR_REASON_UNAUTHENTICATED,
                        "no valid service token",
                        "authorization: Bearer <service token>"));
    }

    /**
     * Whether a caller shows a token that is let in.
     *
     * @param given the header; null if there is none
     */
    boolean authenticated(String given) {
        // the scheme's name is the same in capitals and small letters
        if (given == null || !given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        byte[] shown = given.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8);
        return accepted.stream().anyMatch(token -> MessageDigest.isEqual(shown, token));
    }
}
