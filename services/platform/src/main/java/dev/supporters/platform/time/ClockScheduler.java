package dev.supporters.platform.time;

import io.opentelemetry.context.Context;

import org.jboss.logging.Logger;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Alarms of a {@link RateClock}: one thread waits, others run. What an alarm does belongs to the trace in which it was set. */
public final class ClockScheduler implements Scheduler, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ClockScheduler.class);

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final RateClock clock;
    private final Executor runners;
    private final ScheduledThreadPoolExecutor waiting;

    public ClockScheduler(RateClock clock, Executor runners) {
        this.clock = clock;
        this.runners = runners;
        waiting =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("scheduler").factory());
        waiting.setRemoveOnCancelPolicy(true);
        waiting.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Alarm at(Instant due, Runnable task) {
        PendingAlarm pending = new PendingAlarm();
        arm(due, Context.current().wrap(task), pending);
        return pending;
    }

    @Override
    public Alarm every(Duration pause, Runnable task) {
        PendingAlarm pending = new PendingAlarm();
        again(pause, task, pending);
        return pending;
    }

    @Override
    public void close() {
        waiting.shutdownNow();
    }

    private void arm(Instant due, Runnable task, PendingAlarm pending) {
        Duration left = clock.untilReal(due);
        Duration wait = left.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : left;
        long nanos =
                Math.max(
                        clock.instant().isBefore(due) ? SHORTEST_WAIT.toNanos() : 0,
                        wait.toNanos());
        pending.waitFor(
                schedule(
                        () -> {
                            if (clock.instant().isBefore(due)) {
                                arm(
                                        due, task,
                                        pending); // far away, rounding, a clock that stands, or one
                                // that was set back
                                return;
                            }
                            run(task, pending);
                        },
                        nanos));
    }

    private void again(Duration pause, Runnable task, PendingAlarm pending) {
        pending.waitFor(
                schedule(
                        () ->
                                run(
                                        () -> {
                                            try {
                                                task.run();
                                            } finally {
                                                again(pause, task, pending);
                                            }
                                        },
                                        pending),
                        pause.toNanos()));
    }

    private Future<?> schedule(Runnable step, long nanos) {
        try {
            return waiting.schedule(step, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            return new FutureTask<>(() -> null); // closed: nothing runs any more
        }
    }

    private void run(Runnable task, PendingAlarm pending) {
        if (pending.cancelled()) {
            return;
        }
        runners.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.warn("alarm failed", e);
            }
        });
    }

    private static final class PendingAlarm implements Alarm {

        private final AtomicBoolean cancelled = new AtomicBoolean();
        private final AtomicReference<Future<?>> wait = new AtomicReference<>();

        @Override
        public void cancel() {
            cancelled.set(true);
            Future<?> future = wait.get();
            if (future != null) {
                future.cancel(false);
            }
        }

        boolean cancelled() {
            return cancelled.get();
        }

        void waitFor(Future<?> future) {
            wait.set(future);
        }
    }
}
