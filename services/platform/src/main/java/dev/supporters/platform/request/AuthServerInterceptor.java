package dev.supporters.platform.request;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.RefusalStatus;
import dev.supporters.proto.common.v1.ErrorReason;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GlobalInterceptor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Prioritized;
import jakarta.inject.Inject;

import java.util.Optional;

/**
 * Lets only callers in who show a token, and each only to the methods that it may call; gives each request its id. Health checks need no
 * token.
 */
@GlobalInterceptor
@ApplicationScoped
class AuthServerInterceptor implements ServerInterceptor, Prioritized {

    /** Before the bounds are checked, within the traces and metrics that Quarkus adds. */
    static final int PRIORITY = -100;

    static final String HEALTH = "grpc.health.v1.Health";

    /** What tells the methods to tools, where that is switched on: to every caller who is known. */
    private static final String REFLECTION = "grpc.reflection.";

    private final CallerTokens tokens;
    private final MethodCallers callers;

    @Inject
    AuthServerInterceptor(ServiceToken settings) {
        this(settings, MethodCallers.load());
    }

    AuthServerInterceptor(ServiceToken settings, MethodCallers callers) {
        tokens = new CallerTokens(settings);
        this.callers = callers;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Optional<Refusal> refusal = refusal(call.getMethodDescriptor(), headers);
        if (refusal.isPresent()) {
            StatusRuntimeException refused = RefusalStatus.toStatus(refusal.get());
            Metadata trailers = refused.getTrailers();
            call.close(refused.getStatus(), trailers == null ? new Metadata() : trailers);
            return new ServerCall.Listener<>() {};
        }
        Context context =
                EndUser.with(
                        RequestId.with(headers.get(RequestId.METADATA)),
                        headers.get(EndUser.METADATA));
        return Contexts.interceptCall(context, call, headers, next);
    }

    @Override
    public int getPriority() {
        return PRIORITY;
    }

    private Optional<Refusal> refusal(MethodDescriptor<?, ?> method, Metadata headers) {
        if (HEALTH.equals(method.getServiceName())) {
            return Optional.empty();
        }
        Optional<CallingService> caller =
                tokens.caller(headers.get(ServiceToken.METADATA), headers.get(ServiceToken.CALLER));
        if (caller.isEmpty()) {
            return Optional.of(unauthenticated());
        }
        String name = method.getFullMethodName();
        return name.startsWith(REFLECTION) || callers.allows(caller.get(), name)
                ? Optional.empty()
                : Optional.of(notAllowed(name));
    }

    static Refusal unauthenticated() {
        return new Refusal(
                ErrorReason.ERROR_REASON_UNAUTHENTICATED,
                "no valid service token",
                "authorization: Bearer <service token>");
    }

    /** What a caller says of itself is not repeated. */
    private Refusal notAllowed(String method) {
        return new Refusal(
                ErrorReason.ERROR_REASON_CALLER_NOT_ALLOWED,
                "a caller of " + method,
                "one of " + callers.of(method));
    }

    /**
     * Whether a caller shows a token that is let in.
     *
     * @param authorization the header; null if there is none
     */
    boolean authenticated(String authorization) {
        return tokens.caller(authorization, null).isPresent();
    }
}
