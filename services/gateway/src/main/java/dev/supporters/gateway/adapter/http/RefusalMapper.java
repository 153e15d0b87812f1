package dev.supporters.gateway.adapter.http;

import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A refusal as the answer to a GraphQL request: the one shape of all errors. */
public final class RefusalMapper {

    private RefusalMapper() {}

    /** What an error says of a refusal besides its message. */
    public static Map<String, Object> extensions(Refusal refusal) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", ErrorReasons.code(refusal.reason()).name());
        extensions.put("reason", refusal.reasonName());
        extensions.put("retryable", ErrorReasons.retryable(refusal.reason()));
        traceId().ifPresent(id -> extensions.put("traceId", id));
        extensions.put("offending", refusal.offending());
        extensions.put("expected", refusal.expected());
        return extensions;
    }

    /** The id under which traces and logs contain the request; empty where nothing is traced. */
    public static Optional<String> traceId() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? Optional.of(span.getTraceId()) : Optional.empty();
    }

    /** Answers that a request is refused as a whole. */
    public static void answer(
            RoutingContext request, int status, String mediaType, Refusal refusal) {
        answer(request, status, mediaType, refusal.getMessage(), extensions(refusal));
    }

    /** The same with a message and extensions of its own. */
    public static void answer(
            RoutingContext request,
            int status,
            String mediaType,
            String message,
            Map<String, Object> extensions) {
        JsonObject error =
                new JsonObject()
                        .put("message", message)
                        .put("extensions", new JsonObject(extensions));
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaderNames.CONTENT_TYPE, mediaType)
                .end(new JsonObject().put("errors", new JsonArray().add(error)).encode());
    }
}
