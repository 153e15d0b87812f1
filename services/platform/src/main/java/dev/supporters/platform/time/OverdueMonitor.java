package dev.supporters.platform.time;

import io.micrometer.core.instrument.MeterRegistry;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Tells of what waits for too long: a gauge has how many there are, and each is warned of once, when it is first found. What is found again
 * after it was gone is warned of again.
 *
 * @param <T> what names it: equal as long as it is the same
 */
public final class OverdueMonitor<T> {

    private final AtomicInteger overdue;
    private final Consumer<T> warning;
    private Set<T> known = Set.of();

    /**
     * A monitor that has found nothing yet.
     *
     * @param gauge the metric's name; it is there from the start, with 0
     * @param warning writes the log's line
     */
    public OverdueMonitor(MeterRegistry meters, String gauge, Consumer<T> warning) {
        overdue = meters.gauge(gauge, new AtomicInteger());
        this.warning = warning;
    }

    /** What is overdue now, all of it. */
    public synchronized void found(Collection<T> all) {
        Set<T> now = Set.copyOf(all);
        now.stream().filter(each -> !known.contains(each)).forEach(warning);
        known = now;
        overdue.set(now.size());
    }
}
