package dev.supporters.platform.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Status;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

class GuardedCallTest {

    private static final Supplier<String> DOWN =
            () -> {
                throw Status.UNAVAILABLE.asRuntimeException();
            };
    private static final Supplier<String> REFUSING =
            () -> {
                throw new Refusal(
                        ErrorReason.ERROR_REASON_NOT_WORKING, "driver", "a working driver");
            };

    @Test
    void theAnswerComesThrough() {
        assertThat(remote(4, 2, 0).call(() -> "answer")).isEqualTo("answer");
    }

    @Test
    void callsThatAreTurnedAwayAreCountedFromZeroOn() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        GuardConfig.Bounds bounds = new TestBounds(Duration.ofSeconds(60), 4, 4, 0);

        var _ = new GuardedCall("call", bounds, meters);

        assertThat(
                        meters.get("supporters_remote_seconds")
                                .tags("remote", "call", "result", "BULKHEAD_FULL")
                                .timer()
                                .count())
                .isZero();
    }

    @Test
    void aCallRunsWithinTheDeadlineOfItsName() {
        Deadline deadline = remote(4, 4, 0).call(() -> Context.current().getDeadline());

        assertThat(deadline.timeRemaining(TimeUnit.MILLISECONDS)).isBetween(1L, 60_000L);
    }

    @Test
    void aCallKeepsItsDeadlineWhenAnotherThreadReplacesTheContext() {
        boolean bounded =
                remote(4, 4, 0)
                        .call(() ->
                                GrpcContext.within(
                                        Context.ROOT, () -> CallDeadline.current().isPresent()));

        assertThat(bounded).isTrue();
    }

    @Test
    void theCallersDeadlineIsNeverMadeLonger() {
        Deadline seen =
                CallDeadline.within(
                        Deadline.after(1, TimeUnit.NANOSECONDS),
                        () -> remote(4, 4, 0).call(() -> Context.current().getDeadline()));

        assertThat(seen.isExpired()).isTrue();
    }

    @Test
    void aDeadlineThatAnotherCallHasLeftInTheContextDoesNotCount() {
        Context.CancellableContext left =
                Context.current()
                        .withDeadline(Deadline.after(1, TimeUnit.NANOSECONDS), scheduler());

        Deadline seen =
                within(left, () -> remote(4, 4, 0).call(() -> Context.current().getDeadline()));

        assertThat(seen.isExpired()).isFalse();
    }

    @Test
    void theBreakerOpensAfterTooManyFailuresAndThenAnswersAtOnce() {
        GuardedCall remote = remote(4, 4, 0);
        AtomicInteger calls = new AtomicInteger();
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() ->
                            remote.call(() -> {
                                calls.incrementAndGet();
                                return DOWN.get();
                            }))
                    .isInstanceOf(Refusal.class);
        }

        Refusal refusal =
                catchThrowableOfType(
                        Refusal.class, () -> remote.call(() -> "" + calls.incrementAndGet()));

        assertThat(refusal.reason()).isEqualTo(ErrorReason.ERROR_REASON_UNAVAILABLE);
        assertThat(calls).hasValue(4);
    }

    @Test
    void refusalsOfTheCalleeComeThroughAndNeverOpenTheBreaker() {
        GuardedCall remote = remote(4, 4, 0);
        for (int i = 0; i < 50; i++) {
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> remote.call(REFUSING));
            assertThat(refusal.reason()).isEqualTo(ErrorReason.ERROR_REASON_NOT_WORKING);
        }
    }

    @Test
    void oneSlowPartNeverTakesMoreThanItsOwnBulkhead() throws InterruptedException {
        GuardedCall slow = remote(2, 100, 0);
        CountDownLatch under = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        for (int i = 0; i < 2; i++) {
            Thread.ofVirtual()
                    .start(() ->
                            slow.call(() -> {
                                under.countDown();
                                return awaited(end);
                            }));
        }
        under.await();

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> slow.call(() -> "third"));
        end.countDown();

        assertThat(refusal.reason()).isEqualTo(ErrorReason.ERROR_REASON_RESOURCE_EXHAUSTED);
        assertThat(remote(2, 100, 0).call(() -> "another part")).isEqualTo("another part");
    }

    @Test
    void aFullBulkheadNeverOpensTheBreaker() throws InterruptedException {
        GuardedCall slow = remote(1, 4, 0);
        CountDownLatch under = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread first =
                Thread.ofVirtual()
                        .start(() ->
                                slow.call(() -> {
                                    under.countDown();
                                    return awaited(end);
                                }));
        under.await();
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> slow.call(() -> "one too many")).isInstanceOf(Refusal.class);
        }

        end.countDown();
        first.join();

        assertThat(slow.call(() -> "next")).isEqualTo("next");
    }

    @Test
    void onlyUnavailableIsTriedAgain() {
        GuardedCall remote = remote(4, 100, 2);
        AtomicInteger down = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();

        assertThatThrownBy(() ->
                        remote.call(() -> {
                            down.incrementAndGet();
                            return DOWN.get();
                        }))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() ->
                        remote.call(() -> {
                            refused.incrementAndGet();
                            return REFUSING.get();
                        }))
                .isInstanceOf(Refusal.class);

        assertThat(down).hasValue(3);
        assertThat(refused).hasValue(1);
    }

    private static <T> T within(Context context, Supplier<T> supplier) {
        Context before = context.attach();
        try {
            return supplier.get();
        } finally {
            context.detach(before);
        }
    }

    private static String awaited(CountDownLatch latch) {
        try {
            latch.await();
            return "late";
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static java.util.concurrent.ScheduledExecutorService scheduler() {
        return java.util.concurrent.Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory());
    }

    private static GuardedCall remote(int concurrency, int breakerVolume, int retries) {
        GuardConfig.Bounds bounds =
                new TestBounds(Duration.ofSeconds(60), concurrency, breakerVolume, retries);
        return new GuardedCall("test", bounds, new SimpleMeterRegistry());
    }
}
