package dev.supporters.simulation.engine;

import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;

/** What is going to happen, by time; what is due at the same moment happens in the order in which it was scheduled. */
public final class EventQueue {

    private record ScheduledEvent(double at, long number, Runnable action)
            implements Comparable<ScheduledEvent> {

        @Override
        public int compareTo(ScheduledEvent other) {
            int byTime = Double.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    private final PriorityQueue<ScheduledEvent> events = new PriorityQueue<>();
    private double now = Double.NEGATIVE_INFINITY;
    private long scheduled;

    /** Seconds since the window's begin. */
    public double now() {
        return now;
    }

    public void schedule(double at, Runnable action) {
        events.add(new ScheduledEvent(Math.max(at, now), scheduled++, action));
    }

    /**
     * Until nothing is left.
     *
     * @throws CancellationException when the thread is interrupted
     */
    public void run() {
        for (ScheduledEvent event = events.poll(); event != null; event = events.poll()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted");
            }
            now = event.at();
            event.action().run();
        }
    }
}
