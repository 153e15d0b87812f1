package dev.supporters.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** The spans of events: where they are sent, and where a view or a consumer group takes them in. */
final class EventSpans {

    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> TOPIC =
            AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> OPERATION =
            AttributeKey.stringKey("messaging.operation");

    private final Tracer tracer;

    EventSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Begins the span of sending an event, in the trace in which it happened. */
    Span sending(Envelope envelope) {
        return begun(
                envelope.topic(),
                "publish",
                SpanKind.PRODUCER,
                TraceParent.context(envelope.traceparent()));
    }

    /** Takes an event in, in its trace. */
    void following(ConsumerRecord<String, byte[]> record, Runnable taken) {
        Header parent = record.headers().lastHeader(TraceParent.HEADER);
        if (parent == null) {
            taken.run();
            return;
        }
        Context trace = TraceParent.context(new String(parent.value(), UTF_8));
        Span span = begun(record.topic(), "process", SpanKind.CONSUMER, trace);
        try (Scope scope = trace.with(span).makeCurrent()) {
            taken.run();
        } finally {
            span.end();
        }
    }

    private Span begun(String topic, String operation, SpanKind kind, Context parent) {
        return tracer.spanBuilder(topic + " " + operation)
                .setParent(parent)
                .setSpanKind(kind)
                .setAttribute(SYSTEM, "kafka")
                .setAttribute(TOPIC, topic)
                .setAttribute(OPERATION, operation)
                .startSpan();
    }
}
