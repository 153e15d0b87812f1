package dev.supporters.platform.rpc;

import dev.supporters.platform.refusal.RefusalStatus;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GlobalInterceptor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Prioritized;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads until when the caller waits, which the server of Vert.x does not. What is called within the answer gets no more time than
 * that, and nothing is begun for a caller who has given up.
 */
@GlobalInterceptor
@ApplicationScoped
class DeadlineServerInterceptor implements ServerInterceptor, Prioritized {

    /** After authentication, before the bounds are checked. */
    static final int PRIORITY = -150;

    private static final Metadata.Key<String> TIMEOUT =
            Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER);
    private static final Pattern FORM = Pattern.compile("(\\d{1,8})([HMSmun])");

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Optional<Deadline> deadline = timeout(headers.get(TIMEOUT));
        if (deadline.filter(Deadline::isExpired).isPresent()) {
            StatusRuntimeException late = RefusalStatus.toStatus(CallDeadline.late());
            Metadata trailers = late.getTrailers();
            call.close(late.getStatus(), trailers == null ? new Metadata() : trailers);
            return new ServerCall.Listener<>() {};
        }
        Context context =
                deadline.map(until -> CallDeadline.with(Context.current(), until))
                        .orElseGet(Context::current);
        return Contexts.interceptCall(context, call, headers, next);
    }

    @Override
    public int getPriority() {
        return PRIORITY;
    }

    /** As gRPC over HTTP/2 writes it; without one, or with one that cannot be read, the caller waits for ever. */
    static Optional<Deadline> timeout(String header) {
        Matcher matcher = FORM.matcher(header == null ? "" : header);
        return matcher.matches()
                ? Optional.of(
                        Deadline.after(
                                Long.parseLong(matcher.group(1)), unit(matcher.group(2).charAt(0))))
                : Optional.empty();
    }

    private static TimeUnit unit(char letter) {
        return switch (letter) {
            case 'H' -> TimeUnit.HOURS;
            case 'M' -> TimeUnit.MINUTES;
            case 'S' -> TimeUnit.SECONDS;
            case 'm' -> TimeUnit.MILLISECONDS;
            case 'u' -> TimeUnit.MICROSECONDS;
            default -> TimeUnit.NANOSECONDS;
        };
    }
}
