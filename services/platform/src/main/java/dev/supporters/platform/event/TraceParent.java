package dev.supporters.platform.event;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;

import java.util.List;

/** The W3C traceparent of a trace. */
public final class TraceParent {

    static final String HEADER = "traceparent";

    private TraceParent() {}

    /** Of the present trace; empty when there is none. */
    public static String current() {
        return of(Span.current());
    }

    /** Of the trace that a span belongs to; empty when it belongs to none. */
    static String of(Span of) {
        SpanContext span = of.getSpanContext();
        return span.isValid()
                ? "00-"
                        + span.getTraceId()
                        + "-"
                        + span.getSpanId()
                        + "-"
                        + span.getTraceFlags().asHex()
                : "";
    }

    /** A context in the trace of this traceparent, or in none if it is empty or malformed. */
    static Context context(String traceparent) {
        return W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), traceparent, Value.INSTANCE);
    }

    /** Finds a traceparent in itself. */
    private enum Value implements TextMapGetter<String> {
        INSTANCE;

        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of(HEADER);
        }

        @Override
        public String get(String traceparent, String key) {
            return HEADER.equals(key) ? traceparent : null;
        }
    }
}
