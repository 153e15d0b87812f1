package dev.supporters.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class ZipkinExporterTest {

    private final LinkedBlockingQueue<JsonObject> taken = new LinkedBlockingQueue<>();
    private HttpServer zipkin;

    @BeforeEach
    void start() throws IOException {
        zipkin = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        zipkin.createContext(
                "/api/v2/spans",
                exchange -> {
                    Buffer body = Buffer.buffer(exchange.getRequestBody().readAllBytes());
                    new JsonArray(body).forEach(span -> taken.add((JsonObject) span));
                    exchange.sendResponseHeaders(202, -1);
                    exchange.close();
                });
        zipkin.start();
    }

    @AfterEach
    void stop() {
        zipkin.stop(0);
    }

    @Test
    void postsSpansInTheFormatOfZipkin() throws InterruptedException {
        // Given
        URI endpoint =
                URI.create("http://127.0.0.1:" + zipkin.getAddress().getPort() + "/api/v2/spans");
        Resource resource =
                Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "call"));
        try (SdkTracerProvider provider =
                SdkTracerProvider.builder()
                        .setResource(resource)
                        .addSpanProcessor(SimpleSpanProcessor.create(new ZipkinExporter(endpoint)))
                        .build()) {
            var tracer = provider.get("test");
            Span parent = tracer.spanBuilder("request").setSpanKind(SpanKind.SERVER).startSpan();
            Span child =
                    tracer.spanBuilder("route")
                            .setParent(Context.root().with(parent))
                            .setAttribute("answer", 42L)
                            .startSpan();
            child.setStatus(StatusCode.ERROR, "late");

            // When
            child.end();
            JsonObject posted = taken.poll(10, TimeUnit.SECONDS);
            parent.end();
            JsonObject postedParent = taken.poll(10, TimeUnit.SECONDS);

            // Then
            assertThat(posted.getMap())
                    .containsEntry("traceId", parent.getSpanContext().getTraceId())
                    .containsEntry("id", child.getSpanContext().getSpanId())
                    .containsEntry("parentId", parent.getSpanContext().getSpanId())
                    .containsEntry("name", "route")
                    .doesNotContainKey("kind");
            assertThat(posted.getJsonObject("localEndpoint").getString("serviceName"))
                    .isEqualTo("call");
            assertThat(posted.getJsonObject("tags").getMap())
                    .containsEntry("answer", "42")
                    .containsEntry("error", "late");
            assertThat(posted.getLong("duration")).isPositive();
            assertThat(postedParent.getMap())
                    .containsEntry("kind", "SERVER")
                    .doesNotContainKey("parentId");
        }
    }
}
