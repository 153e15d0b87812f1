package dev.supporters.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class EventSpansTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String TRACEPARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

    private final SdkTracerProvider traces = SdkTracerProvider.builder().build();
    private final EventSpans spans = new EventSpans(traces.get("test"));

    @AfterEach
    void close() {
        traces.close();
    }

    @Test
    void anEventIsSentInTheTraceInWhichItHappened() {
        Span span = spans.sending(envelope(TRACEPARENT));

        assertThat(span.getSpanContext().getTraceId()).isEqualTo(TRACE);
        assertThat(((ReadableSpan) span).getParentSpanContext().getSpanId())
                .isEqualTo("b7ad6b7169203331");
        assertThat(TraceParent.of(span))
                .isEqualTo("00-" + TRACE + "-" + span.getSpanContext().getSpanId() + "-01");
    }

    @Test
    void anEventWithoutATraceBeginsOne() {
        Span span = spans.sending(envelope(""));

        assertThat(span.getSpanContext().isValid()).isTrue();
        assertThat(((ReadableSpan) span).getParentSpanContext().isValid()).isFalse();
    }

    @Test
    void withoutTelemetryAnEventKeepsItsTrace() {
        EventSpans silent = new EventSpans(OpenTelemetry.noop().getTracer("test"));

        assertThat(TraceParent.of(silent.sending(envelope(TRACEPARENT)))).isEqualTo(TRACEPARENT);
    }

    @Test
    void aViewTakesAnEventInInItsTrace() {
        AtomicReference<String> seen = new AtomicReference<>();
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("t", 0, 0, "k", new byte[0]);
        record.headers().add(TraceParent.HEADER, TRACEPARENT.getBytes(UTF_8));

        spans.following(record, () -> seen.set(TraceParent.current()));

        assertThat(seen.get()).startsWith("00-" + TRACE).isNotEqualTo(TRACEPARENT);
        assertThat(TraceParent.current()).isEmpty();
    }

    @Test
    void aViewTakesAnEventInThatHasNoTrace() {
        AtomicReference<String> seen = new AtomicReference<>();

        spans.following(
                new ConsumerRecord<>("t", 0, 0, "k", new byte[0]),
                () -> seen.set(TraceParent.current()));

        assertThat(seen.get()).isEmpty();
    }

    private static Envelope envelope(String traceparent) {
        return new Envelope("1", "t", "k", "type", Instant.EPOCH, traceparent, new byte[0]);
    }
}
