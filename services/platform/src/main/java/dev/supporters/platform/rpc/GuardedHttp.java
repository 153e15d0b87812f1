package dev.supporters.platform.rpc;

import dev.supporters.platform.refusal.Refusal;
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
import java.net.http.HttpTimeoutException;

/** Asks remote parts that speak HTTP, within their bounds, and in the trace and the name of the present request. */
@ApplicationScoped
public class GuardedHttp {

    private static final AttributeKey<String> METHOD =
            AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<Long> STATUS =
            AttributeKey.longKey("http.response.status_code");

    private final Tracer tracer;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public GuardedHttp(Tracer tracer) {
        this.tracer = tracer;
    }

    /** The part's answer; statuses from 500 on are refusals, as is no answer. */
    public HttpResponse<String> send(GuardedCall remote, HttpRequest.Builder request) {
        request.timeout(remote.deadline());
        if (!RequestId.current().isEmpty()) {
            request.setHeader(RequestId.HEADER, RequestId.current());
        }
        return remote.call(() -> traced(remote, request));
    }

    private HttpResponse<String> traced(GuardedCall remote, HttpRequest.Builder request) {
        Span span = tracer.spanBuilder(remote.name()).setSpanKind(SpanKind.CLIENT).startSpan();
        W3CTraceContextPropagator.getInstance()
                .inject(Context.current().with(span), request, HttpRequest.Builder::setHeader);
        try {
            HttpRequest whole = request.build();
            span.setAttribute(METHOD, whole.method());
            HttpResponse<String> response = answer(remote, whole);
            span.setAttribute(STATUS, (long) response.statusCode());
            if (response.statusCode() >= 500) {
                throw new Refusal(
                        ErrorReason.ERROR_REASON_UNAVAILABLE,
                        remote.name() + " answered " + response.statusCode(),
                        "an answer of its contract");
            }
            return response;
        } catch (Refusal | UncheckedIOException e) {
            span.setStatus(StatusCode.ERROR, e.getMessage());
            throw e;
        } finally {
            span.end();
        }
    }

    private HttpResponse<String> answer(GuardedCall remote, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (HttpTimeoutException e) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED,
                    remote.name() + " has not answered",
                    "an answer within " + remote.deadline());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(
                    ErrorReason.ERROR_REASON_UNAVAILABLE,
                    "interrupted",
                    "an answer of " + remote.name());
        }
    }

    void close(@Observes Shutdown shutdown) {
        client.shutdownNow();
    }
}
