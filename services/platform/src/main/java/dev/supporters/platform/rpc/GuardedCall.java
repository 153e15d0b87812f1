package dev.supporters.platform.rpc;

import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.RefusalStatus;
import dev.supporters.platform.request.RequestId;
import dev.supporters.proto.common.v1.ErrorReason;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;

import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * One remote part and the bounds on calling it: a deadline that never outlasts the caller's own, a bulkhead, a breaker, retries. A
 * caller sees refusals only: the callee's, or UNAVAILABLE, DEADLINE_EXCEEDED and RESOURCE_EXHAUSTED for what went wrong on the way.
 */
public final class GuardedCall {

    /** The timer of all calls, by remote and result. */
    public static final String SECONDS = "supporters_remote_seconds";

    /** The gauge of each remote that is 1 while its breaker is not closed. */
    public static final String BREAKER_OPEN = "supporters_remote_breaker_open";

    private static final Logger LOG = Logger.getLogger(GuardedCall.class);

    /** Results of calls that never came to a reason. */
    static final String BULKHEAD_FULL = "BULKHEAD_FULL";

    static final String BREAKER_WAS_OPEN = "BREAKER_OPEN";
    static final String BUG = "BUG";

    /** Close enough together that the slow part stands out among those that are well. */
    private static final Duration[] LATENCY_LIMITS =
            IntStream.of(
                            5, 10, 20, 30, 50, 75, 100, 150, 200, 300, 400, 500, 750, 1_000, 1_500,
                            2_000, 3_000, 5_000, 10_000)
                    .mapToObj(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private static final ScheduledExecutorService DEADLINES =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("deadlines").factory());

    private final String name;
    private final GuardConfig.Bounds bounds;
    private final MeterRegistry meters;
    private final Guard guard;
    private final AtomicInteger breakerOpen = new AtomicInteger();

    GuardedCall(String name, GuardConfig.Bounds bounds, MeterRegistry meters) {
        this.name = name;
        this.bounds = bounds;
        this.meters = meters;
        guard = guard(name, bounds);
        var _ = timer(BULKHEAD_FULL);
        meters.gauge(
                BREAKER_OPEN, io.micrometer.core.instrument.Tags.of("remote", name), breakerOpen);
    }

    /** Calls, and blocks for the answer. The call runs in a gRPC context with the deadline, so that stubs obey it. */
    public <T> T call(Supplier<T> call) {
        Timer.Sample sample = Timer.start(meters);
        String result = "OK";
        try {
            @SuppressWarnings("unchecked") // the guard hands on what the call returned
            T answer = (T) guard.call(() -> withDeadline(call), Object.class);
            return answer;
        } catch (Refusal refusal) {
            result = refusal.reasonName();
            throw refusal;
        } catch (CircuitBreakerOpenException e) {
            result = BREAKER_WAS_OPEN;
            throw new Refusal(
                    ErrorReason.ERROR_REASON_UNAVAILABLE,
                    name + " has failed too often",
                    "a closed circuit breaker");
        } catch (BulkheadException e) {
            result = BULKHEAD_FULL;
            throw new Refusal(
                    ErrorReason.ERROR_REASON_RESOURCE_EXHAUSTED,
                    name + ": " + bounds.concurrency() + " calls under way",
                    "fewer calls at once");
        } catch (RuntimeException bug) {
            result = BUG;
            throw bug;
        } catch (Exception e) {
            throw new IllegalStateException("a checked exception from " + name, e);
        } finally {
            sample.stop(timer(result));
        }
    }

    private Timer timer(String result) {
        return timer(meters, name, result);
    }

    /** The timer of a remote's calls with a result. */
    static Timer timer(MeterRegistry meters, String remote, String result) {
        return Timer.builder(SECONDS)
                .tags("remote", remote, "result", result)
                .serviceLevelObjectives(LATENCY_LIMITS)
                .register(meters);
    }

    /** The name by which its bounds stand in the configuration. */
    String name() {
        return name;
    }

    /** How long one call may take, in real time. */
    public Duration deadline() {
        return bounds.deadline();
    }

    private <T> T withDeadline(Supplier<T> call) {
        Deadline own = Deadline.after(bounds.deadline().toNanos(), TimeUnit.NANOSECONDS);
        Deadline deadline = CallDeadline.current().map(own::minimum).orElse(own);
        Context.CancellableContext context = RequestId.alone().withDeadline(deadline, DEADLINES);
        try {
            return CallDeadline.within(deadline, () -> GrpcContext.within(context, call));
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.INTERNAL
                    || e.getStatus().getCode() == Status.Code.UNKNOWN) {
                LOG.warnf("remote call broke remote=%s status=%s", name, e.getStatus());
            }
            throw RefusalStatus.fromStatus(e);
        } catch (UncheckedIOException e) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_UNAVAILABLE, name + " does not answer", "an answer");
        } finally {
            context.cancel(null);
        }
    }

    private Guard guard(String remote, GuardConfig.Bounds limits) {
        Guard.Builder builder =
                Guard.create()
                        .withDescription(remote)
                        .withBulkhead()
                        .limit(limits.concurrency())
                        .done()
                        .withCircuitBreaker()
                        .when(GuardedCall::failed)
                        .requestVolumeThreshold(limits.breakerVolume())
                        .failureRatio(limits.breakerRatio())
                        .delay(limits.breakerDelay().toMillis(), ChronoUnit.MILLIS)
                        .onStateChange(this::breakerIs)
                        .done();
        if (limits.retries() > 0) {
            builder =
                    builder.withRetry()
                            .maxRetries(limits.retries())
                            .delay(20, ChronoUnit.MILLIS)
                            .jitter(20, ChronoUnit.MILLIS)
                            .whenException(GuardedCall::unavailable)
                            .done();
        }
        return builder.build();
    }

    private void breakerIs(CircuitBreakerState state) {
        LOG.infof("circuit breaker changed remote=%s state=%s", name, state);
        breakerOpen.set(state == CircuitBreakerState.CLOSED ? 0 : 1);
    }

    /** Whether it says something about the callee; a full bulkhead only says how much we ask. */
    private static boolean failed(Throwable failure) {
        if (failure instanceof BulkheadException) {
            return false;
        }
        return !(failure instanceof Refusal refusal) || ErrorReasons.failure(refusal.reason());
    }

    private static boolean unavailable(Throwable failure) {
        return failure instanceof Refusal refusal
                && refusal.reason() == ErrorReason.ERROR_REASON_UNAVAILABLE;
    }
}
