package dev.supporters.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The clock of component tests: it stands as its parent does, but repeated tasks (sweeps) run in real time, and scheduler on threads. */
final class RunningTestClock extends TestClock {

    private final ScheduledThreadPoolExecutor sweeps =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("test-sweeps").factory());

    void close() {
        sweeps.shutdownNow();
    }

    @Override
    public Alarm at(Instant due, Runnable task) {
        return super.at(due, () -> Thread.ofVirtual().start(() -> ring(task)));
    }

    /** On the stack it shows that nobody asked for what the task does. */
    private void ring(Runnable task) {
        task.run();
    }

    @Override
    public Alarm every(Duration pause, Runnable task) {
        Alarm ticked = super.every(pause, task);
        ScheduledFuture<?> future =
                sweeps.scheduleWithFixedDelay(
                        () -> {
                            try {
                                task.run();
                            } catch (RuntimeException e) {
                                System.getLogger(RunningTestClock.class.getName())
                                        .log(System.Logger.Level.WARNING, "sweep failed", e);
                            }
                        },
                        Math.min(100, pause.toMillis()),
                        Math.min(100, pause.toMillis()),
                        TimeUnit.MILLISECONDS);
        return () -> {
            ticked.cancel();
            future.cancel(false);
        };
    }
}
