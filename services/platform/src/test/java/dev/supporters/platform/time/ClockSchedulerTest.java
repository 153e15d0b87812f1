package dev.supporters.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.SdkTracerProvider;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class ClockSchedulerTest {

    @Test
    void whatAnAlarmDoesBelongsToTheTraceInWhichItWasSet()
            throws InterruptedException, ExecutionException, TimeoutException {
        RateClock clock =
                new RateClock(
                        Instant::now,
                        1,
                        () -> Optional.of(Instant.EPOCH),
                        Instant.EPOCH,
                        Instant.EPOCH);
        CompletableFuture<SpanContext> rung = new CompletableFuture<>();
        try (SdkTracerProvider traces = SdkTracerProvider.builder().build();
                var runners = Executors.newVirtualThreadPerTaskExecutor();
                ClockScheduler scheduler = new ClockScheduler(clock, runners)) {
            Span span = traces.get("test").spanBuilder("request").startSpan();

            try (Scope scope = span.makeCurrent()) {
                scheduler.at(clock.instant(), () -> rung.complete(Span.current().getSpanContext()));
            }

            assertThat(rung.get(10, TimeUnit.SECONDS)).isEqualTo(span.getSpanContext());
        }
    }
}
