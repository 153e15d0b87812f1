package dev.supporters.platform.rpc;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.UnexpectedAnswer;
import dev.supporters.platform.request.RequestId;
import dev.supporters.proto.common.v1.ErrorReason;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends HTTP requests to remote parts, with the trace and the id of the current request. It is to HTTP what a stub is to gRPC: use it
 * inside {@link GuardedCall#call}, whose deadline bounds the whole exchange, up to the last byte of the body.
 */
@ApplicationScoped
public class HttpTransport {

    private static final AttributeKey<String> METHOD =
            AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<Long> STATUS =
            AttributeKey.longKey("http.response.status_code");

    private final Tracer tracer;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public HttpTransport(Tracer tracer) {
        this.tracer = tracer;
    }

    /** The answer of the remote part; a status from 500 on is a refusal, and so is no answer. */
    public HttpResponse<String> send(String remote, HttpRequest.Builder request) {
        Span span = tracer.spanBuilder(remote).setSpanKind(SpanKind.CLIENT).startSpan();
        W3CTraceContextPropagator.getInstance()
                .inject(Context.current().with(span), request, HttpRequest.Builder::setHeader);
        if (!RequestId.current().isEmpty()) {
            request.setHeader(RequestId.HEADER, RequestId.current());
        }
        try {
            HttpRequest whole = request.build();
            span.setAttribute(METHOD, whole.method());
            HttpResponse<String> response = exchange(remote, whole);
            span.setAttribute(STATUS, (long) response.statusCode());
            if (response.statusCode() >= 500) {
                throw UnexpectedAnswer.of(remote, response.statusCode());
            }
            return response;
        } catch (Refusal | UncheckedIOException e) {
            span.setStatus(StatusCode.ERROR, e.getMessage());
            throw e;
        } finally {
            span.end();
        }
    }

    private HttpResponse<String> exchange(String remote, HttpRequest request) {
        long nanos = remainingNanos(remote);
        CompletableFuture<HttpResponse<String>> response =
                client.sendAsync(request, BodyHandlers.ofString());
        try {
            return response.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            response.cancel(true); // closes the connection
            throw new Refusal(
                    ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED,
                    remote + " has not answered",
                    "an answer within " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw new UncheckedIOException(failure);
            }
            throw new IllegalStateException("a fault in calling " + remote, e.getCause());
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw new Refusal(
                    ErrorReason.ERROR_REASON_UNAVAILABLE, "interrupted", "an answer of " + remote);
        }
    }

    private static long remainingNanos(String remote) {
        return CallDeadline.current()
                .map(deadline -> Math.max(0, deadline.timeRemaining(TimeUnit.NANOSECONDS)))
                .orElseThrow(() ->
                        new IllegalStateException(
                                "no deadline for "
                                        + remote
                                        + " (expected: a GuardedCall around it)"));
    }

    void close(@Observes Shutdown shutdown) {
        client.shutdownNow();
    }
}
