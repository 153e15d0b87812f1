package dev.supporters.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.smallrye.common.annotation.Identifier;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Sends events as CloudEvents in binary mode, with the trace they belong to. */
@ApplicationScoped
class KafkaSender implements EventSender {

    private final KafkaProducer<String, byte[]> producer;
    private final EventSpans spans;
    private final String source;
    private final TopicCheck check;

    KafkaSender(
            Tracer tracer,
            @Identifier(KafkaConnection.NAME) Map<String, Object> connection,
            @ConfigProperty(name = "quarkus.application.name") String application,
            TopicCheck check) {
        spans = new EventSpans(tracer);
        this.check = check;
        source = "/supporters/" + application;
        Map<String, Object> properties = new HashMap<>(connection);
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, application + "-events");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 8 * 1024 * 1024);
        producer =
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public CompletableFuture<Void> send(Envelope envelope) {
        check.use(envelope.topic());
        var record =
                new ProducerRecord<String, byte[]>(
                        envelope.topic(),
                        null,
                        envelope.time().toEpochMilli(),
                        envelope.key(),
                        envelope.payload());
        Headers headers = record.headers();
        headers.add("ce_specversion", "1.0".getBytes(UTF_8));
        headers.add("ce_id", envelope.id().getBytes(UTF_8));
        headers.add("ce_type", envelope.type().getBytes(UTF_8));
        headers.add("ce_source", source.getBytes(UTF_8));
        headers.add("ce_time", envelope.time().toString().getBytes(UTF_8));
        headers.add("ce_subject", envelope.key().getBytes(UTF_8));
        headers.add("content-type", "application/protobuf".getBytes(UTF_8));
        Span span = spans.sending(envelope);
        String traceparent = TraceParent.of(span);
        if (!traceparent.isEmpty()) {
            headers.add(TraceParent.HEADER, traceparent.getBytes(UTF_8));
        }
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        try {
            producer.send(
                    record,
                    (metadata, failure) -> {
                        if (failure == null) {
                            span.end();
                            acknowledged.complete(null);
                        } else {
                            failed(span, failure, acknowledged);
                        }
                    });
        } catch (KafkaException | IllegalStateException e) {
            failed(span, e, acknowledged);
        }
        return acknowledged;
    }

    /** A record as it is, without a span of its own. */
    CompletableFuture<Void> send(ProducerRecord<String, byte[]> record) {
        check.use(record.topic());
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        try {
            producer.send(
                    record,
                    (metadata, failure) -> {
                        if (failure == null) {
                            acknowledged.complete(null);
                        } else {
                            acknowledged.completeExceptionally(failure);
                        }
                    });
        } catch (KafkaException | IllegalStateException e) {
            acknowledged.completeExceptionally(e);
        }
        return acknowledged;
    }

    private static void failed(Span span, Exception failure, CompletableFuture<Void> acknowledged) {
        span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
        span.end();
        acknowledged.completeExceptionally(failure);
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
