package dev.supporters.gateway.call;

import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.call.v1.Call;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How fast requests of calls are answered, by whichever API they come, and by whom. What `call` has answered it measures itself, as it may
 * hold a call; what it has not answered is known only here. What the caller did wrong counts as nothing.
 */
public final class CallRequestMetrics {

    /** Within which a call is promised to be decided or handed on. */
    private static final Duration PROMISED = Duration.ofSeconds(1);

    private final Map<Result, Timer> timers = new EnumMap<>(Result.class);

    public CallRequestMetrics(MeterRegistry meters) {
        for (Result result : Result.values()) {
            timers.put(result, timer(meters, result));
        }
    }

    /** What became of a request. */
    enum Result {
        /** By `call`. */
        ANSWERED,
        /** `call` failed; commander had given a command, or general dispatch got the call. */
        AROUND_CALL,
        /** Neither. */
        FAILED
    }

    /** A call, and who has decided it. */
    record Answer(Call call, Result result) {}

    /** Makes the request, and measures it. */
    Call measured(Supplier<Answer> request) {
        long begin = System.nanoTime();
        try {
            Answer answer = request.get();
            record(answer.result(), begin);
            return answer.call();
        } catch (Refusal refusal) {
            if (ErrorReasons.failure(refusal.reason())) {
                record(Result.FAILED, begin);
            }
            throw refusal;
        } catch (RuntimeException bug) {
            record(Result.FAILED, begin);
            throw bug;
        }
    }

    private void record(Result result, long begin) {
        timers.get(result).record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
    }

    private static Timer timer(MeterRegistry meters, Result result) {
        return Timer.builder("supporters_gateway_call_request_seconds")
                .description("From the request of a call until it is answered")
                .tag("result", result.name().toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(Duration.ofMillis(100), Duration.ofMillis(300), PROMISED)
                .register(meters);
    }
}
