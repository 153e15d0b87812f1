package dev.supporters.testkit;

import dev.supporters.platform.time.Scheduler;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A clock that stands until it is told to go on. Alarms ring, in their order and on the caller's thread, when it passes them;
 * repeated tasks run at each {@link #tick()}.
 */
public class TestClock extends Clock implements Scheduler {

    /** A Friday, 21:30 in Seoul. */
    public static final Instant FRIDAY_NIGHT = Instant.parse("2026-11-20T12:30:00Z");

    private final List<PendingTask> pending = new ArrayList<>();
    private final List<PendingTask> repeated = new CopyOnWriteArrayList<>();
    private volatile Instant now;

    public TestClock() {
        this(FRIDAY_NIGHT);
    }

    public TestClock(Instant now) {
        this.now = now;
    }

    public static TestClock at(String instant) {
        return new TestClock(Instant.parse(instant));
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Goes on, and rings what it passes. */
    public void advance(Duration duration) {
        set(now.plus(duration));
    }

    /** Goes to an instant; rings what it passes. May go back. */
    public void set(Instant instant) {
        Optional<PendingTask> next = next(instant);
        while (next.isPresent()) {
            if (next.get().due().isAfter(now)) {
                now = next.get().due();
            }
            next.get().task().run();
            next = next(instant);
        }
        now = instant;
    }

    /** Runs each repeated task once. */
    public void tick() {
        repeated.forEach(each -> each.task().run());
    }

    @Override
    public Alarm at(Instant due, Runnable task) {
        PendingTask alarm = new PendingTask(due, task);
        if (!due.isAfter(now)) {
            task.run();
            return () -> {};
        }
        synchronized (pending) {
            pending.add(alarm);
        }
        return () -> {
            synchronized (pending) {
                pending.remove(alarm);
            }
        };
    }

    @Override
    public Alarm every(Duration pause, Runnable task) {
        PendingTask alarm = new PendingTask(now, task);
        repeated.add(alarm);
        return () -> repeated.remove(alarm);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    private Optional<PendingTask> next(Instant until) {
        synchronized (pending) {
            Optional<PendingTask> next =
                    pending.stream()
                            .filter(alarm -> !alarm.due().isAfter(until))
                            .min(Comparator.comparing(PendingTask::due));
            next.ifPresent(pending::remove);
            return next;
        }
    }

    private record PendingTask(Instant due, Runnable task) {}
}
