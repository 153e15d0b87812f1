package dev.supporters.gateway.call;

import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How fast customers' calls are decided or handed to general dispatch, and how often neither happens. What the caller did wrong counts as neither. */
public final class CallRequestMetrics {

    /** Within which a call is promised to be decided or handed on. */
    private static final Duration PROMISED = Duration.ofSeconds(1);

    private final Timer answered;
    private final Timer failed;

    public CallRequestMetrics(MeterRegistry meters) {
        answered = timer(meters, "answered");
        failed = timer(meters, "failed");
    }

    /** Makes the request, and measures it. */
    public <T> T measured(Supplier<T> request) {
        long begin = System.nanoTime();
        try {
            T answer = request.get();
            answered.record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
            return answer;
        } catch (Refusal refusal) {
            if (ErrorReasons.failure(refusal.reason())) {
                failed.record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
            }
            throw refusal;
        } catch (RuntimeException bug) {
            failed.record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
            throw bug;
        }
    }

    private static Timer timer(MeterRegistry meters, String result) {
        return Timer.builder("supporters_gateway_call_request_seconds")
                .description("From the request of a call until it is decided or handed on")
                .tag("result", result)
                .serviceLevelObjectives(Duration.ofMillis(100), Duration.ofMillis(300), PROMISED)
                .register(meters);
    }
}
