package dev.supporters.platform.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

import org.jboss.logging.Logger;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;

/** Posts spans to a Zipkin server. (OpenTelemetry's own exporter would bring a second HTTP client and its language into every image.) */
final class ZipkinExporter implements SpanExporter {

    private static final Logger LOG = Logger.getLogger(ZipkinExporter.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final URI endpoint;
    private final HttpClient client;

    ZipkinExporter(URI endpoint) {
        this.endpoint = endpoint;
        client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(PATIENCE)
                        .build();
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        HttpRequest request =
                HttpRequest.newBuilder(endpoint)
                        .timeout(PATIENCE)
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(ZipkinJson.of(spans).encode()))
                        .build();
        CompletableResultCode result = new CompletableResultCode();
        var _ =
                send(request)
                        .exceptionallyCompose(first ->
                                send(request)) // a connection was lost, or it took too long
                        .whenComplete((response, failure) -> end(result, response, failure));
        return result;
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        client.shutdown();
        return CompletableResultCode.ofSuccess();
    }

    private CompletableFuture<HttpResponse<Void>> send(HttpRequest request) {
        return client.sendAsync(request, BodyHandlers.discarding());
    }

    private static void end(
            CompletableResultCode result, HttpResponse<Void> response, Throwable failure) {
        if (failure == null && response.statusCode() / 100 == 2) {
            result.succeed();
            return;
        }
        LOG.debugf(
                "spans are lost cause=%s",
                failure == null ? "status " + response.statusCode() : failure);
        result.fail();
    }
}
