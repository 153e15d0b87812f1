package dev.supporters.load.incident;

import dev.supporters.load.figures.Latencies;

import io.grpc.StatusRuntimeException;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** Asks some parts the same again and again, each by a thread of its own, and takes the time of each answer; until it is closed. */
final class Reads implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Map<String, Queue<Long>> nanos = new HashMap<>();
    private final List<Thread> threads;
    private final LongAdder failures = new LongAdder();
    private volatile boolean closed;

    private Reads(Map<String, Runnable> reads) {
        reads.keySet().forEach(part -> nanos.put(part, new ConcurrentLinkedQueue<>()));
        threads =
                reads.entrySet().stream()
                        .map(read ->
                                Thread.ofVirtual()
                                        .start(() ->
                                                ask(nanos.get(read.getKey()), read.getValue())))
                        .toList();
    }

    static Reads begin(Map<String, Runnable> reads) {
        return new Reads(reads);
    }

    private void ask(Queue<Long> times, Runnable read) {
        while (!closed) {
            long begin = System.nanoTime();
            try {
                read.run();
            } catch (StatusRuntimeException e) {
                failures.increment();
            }
            times.add(System.nanoTime() - begin); // of a failure, too: it is what an app waited
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** How long the answers of each part took. */
    Map<String, Latencies> latencies() {
        Map<String, Latencies> latencies = new HashMap<>();
        nanos.forEach((part, times) -> latencies.put(part, Latencies.ofNanos(times)));
        return latencies;
    }

    /** How many were not answered. */
    long failures() {
        return failures.sum();
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
