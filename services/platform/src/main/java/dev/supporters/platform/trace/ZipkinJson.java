package dev.supporters.platform.trace;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.Collection;

/** Spans in Zipkin's format, version 2. */
final class ZipkinJson {

    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");

    private ZipkinJson() {}

    static JsonArray of(Collection<SpanData> spans) {
        JsonArray array = new JsonArray();
        spans.forEach(span -> array.add(of(span)));
        return array;
    }

    private static JsonObject of(SpanData span) {
        long begin = NANOSECONDS.toMicros(span.getStartEpochNanos());
        long end = NANOSECONDS.toMicros(span.getEndEpochNanos());
        JsonObject json =
                new JsonObject()
                        .put("traceId", span.getTraceId())
                        .put("id", span.getSpanId())
                        .put("name", span.getName())
                        .put("timestamp", begin)
                        .put("duration", Math.max(1, end - begin)) // 0 would mean: unknown
                        .put("localEndpoint", new JsonObject().put("serviceName", service(span)))
                        .put("tags", tags(span));
        if (SpanId.isValid(span.getParentSpanId())) {
            json.put("parentId", span.getParentSpanId());
        }
        if (span.getKind() != SpanKind.INTERNAL) {
            json.put("kind", span.getKind().name());
        }
        return json;
    }

    private static JsonObject tags(SpanData span) {
        JsonObject tags = new JsonObject();
        span.getAttributes().forEach((key, value) -> tags.put(key.getKey(), value.toString()));
        if (span.getStatus().getStatusCode() == StatusCode.ERROR) {
            tags.put("error", span.getStatus().getDescription());
        }
        return tags;
    }

    private static String service(SpanData span) {
        String name = span.getResource().getAttribute(SERVICE);
        return name == null ? "unknown" : name;
    }
}
