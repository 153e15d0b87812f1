package dev.supporters.platform.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.SdkTracerProvider;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class HttpTransportTest {

    private final SdkTracerProvider traces = SdkTracerProvider.builder().build();
    private final HttpTransport http = new HttpTransport(traces.get("test"));
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Headers heard = new Headers();
    private HttpServer part;

    @BeforeEach
    void start() throws IOException {
        part = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        part.setExecutor(threads);
        part.createContext(
                "/",
                exchange -> {
                    heard.putAll(exchange.getRequestHeaders());
                    String path = exchange.getRequestURI().getPath();
                    if (path.equals("/late")) {
                        awaitEnd();
                    }
                    if (path.equals("/slow")) {
                        exchange.sendResponseHeaders(200, 2);
                        exchange.getResponseBody().write('a');
                        exchange.getResponseBody().flush();
                        awaitEnd();
                    } else {
                        exchange.sendResponseHeaders(path.equals("/broken") ? 503 : 404, -1);
                    }
                    exchange.close();
                });
        part.start();
    }

    @AfterEach
    void stop() {
        ended.countDown();
        part.stop(0);
        threads.close();
        traces.close();
    }

    @Test
    void carriesTheTraceOfTheRequest() {
        Span request = traces.get("test").spanBuilder("request").startSpan();

        try (Scope scope = request.makeCurrent()) {
            int status = send(5, "/").statusCode();
            assertThat(status).isEqualTo(404);
        }

        assertThat(heard.getFirst("traceparent"))
                .startsWith("00-" + request.getSpanContext().getTraceId() + "-")
                .doesNotContain(request.getSpanContext().getSpanId());
    }

    @Test
    void aRemotePartThatFailsIsUnavailable() {
        assertThatThrownBy(() -> send(5, "/broken"))
                .isInstanceOf(Refusal.class)
                .extracting(refusal -> ((Refusal) refusal).reason())
                .isEqualTo(ErrorReason.ERROR_REASON_UNAVAILABLE);
    }

    @Test
    void aRemotePartThatIsLateHasExceededItsDeadline() {
        assertThatThrownBy(() -> send(0.1, "/late"))
                .isInstanceOf(Refusal.class)
                .extracting(refusal -> ((Refusal) refusal).reason())
                .isEqualTo(ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED);
    }

    @Test
    void aRemotePartThatIsDownIsUnavailable() {
        part.stop(0);

        assertThatThrownBy(() -> send(5, "/"))
                .isInstanceOf(Refusal.class)
                .extracting(refusal -> ((Refusal) refusal).reason())
                .isEqualTo(ErrorReason.ERROR_REASON_UNAVAILABLE);
    }

    @Test
    void theDeadlineAlsoEndsABodyThatComesTooSlowly() {
        assertThatThrownBy(() -> send(0.1, "/slow"))
                .isInstanceOf(Refusal.class)
                .extracting(refusal -> ((Refusal) refusal).reason())
                .isEqualTo(ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED);
    }

    @Test
    void refusesToSendWithoutADeadline() {
        assertThatThrownBy(() -> http.send("part", get("/")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GuardedCall");
    }

    private HttpResponse<String> send(double deadlineSeconds, String path) {
        return remote(deadlineSeconds).call(() -> http.send("part", get(path)));
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + part.getAddress().getPort() + path));
    }

    private void awaitEnd() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static GuardedCall remote(double seconds) {
        Duration deadline = Duration.ofMillis((long) (seconds * 1000));
        return new GuardedCall("part", new TestBounds(deadline), new SimpleMeterRegistry());
    }
}
