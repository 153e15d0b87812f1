package dev.supporters.platform.trace;

import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Sends spans to a Zipkin server where one is given. (OTLP, the way of production, is Quarkus' own.) */
@Dependent
class ZipkinTraces {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int QUEUE = 16_384;

    @Produces
    @Singleton
    SpanProcessor zipkin(
            @ConfigProperty(name = "supporters.tracing.zipkin.endpoint") Optional<URI> endpoint) {
        return endpoint.map(ZipkinTraces::to).orElseGet(SpanProcessor::composite);
    }

    private static SpanProcessor to(URI endpoint) {
        return BatchSpanProcessor.builder(new ZipkinExporter(endpoint))
                .setScheduleDelay(PAUSE)
                .setMaxQueueSize(QUEUE)
                .build();
    }
}
