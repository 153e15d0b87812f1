package dev.supporters.gateway.adapter.graphql.error;

import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;

import io.opentelemetry.api.trace.Span;

import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal as the extensions of a GraphQL error. */
public final class RefusalText {

    private RefusalText() {}

    public static Map<String, Object> extensions(Refusal refusal) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", ErrorReasons.code(refusal.reason()).name());
        extensions.put("reason", refusal.reasonName());
        extensions.put("retryable", ErrorReasons.retryable(refusal.reason()));
        extensions.put("traceId", traceId());
        extensions.put("offending", refusal.offending());
        extensions.put("expected", refusal.expected());
        return extensions;
    }

    /** By which the request can be found in traces and logs. */
    public static String traceId() {
        return Span.current().getSpanContext().getTraceId();
    }
}
