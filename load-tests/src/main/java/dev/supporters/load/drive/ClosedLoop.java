package dev.supporters.load.drive;

import dev.supporters.load.figures.ProcessorTimes;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * As much as the target bears: each stream asks again as soon as it has its answer. After one without a supporter it rests first, since
 * those cost nothing: else a breaker that is open would be asked so often that it never finds the processor time to close. The
 * warm-up's answers don't count.
 *
 * @param streams how many requests are under way at once on each connection
 */
public record ClosedLoop(int streams, Duration warmUp, Duration length) {

    private static final Duration REST = Duration.ofMillis(100);

    public Measurement drive(
            MeasuredRouting target, SyntheticCalls calls, Supplier<ProcessorTimes> processorTimes)
            throws InterruptedException {
        Queue<Sample> samples = new ConcurrentLinkedQueue<>();
        long begin = System.nanoTime() + warmUp.toNanos();
        long end = begin + length.toNanos();
        List<Thread> workers =
                IntStream.range(0, streams * target.connections().size())
                        .mapToObj(number ->
                                Thread.ofVirtual()
                                        .start(() ->
                                                work(target, number, calls, begin, end, samples)))
                        .toList();
        Thread.sleep(warmUp);
        ProcessorTimes before = processorTimes.get();
        Thread.sleep(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        ProcessorTimes used = processorTimes.get().since(before);
        for (Thread worker : workers) {
            worker.join();
        }
        return new Measurement(length, used, List.copyOf(samples));
    }

    private static void work(
            MeasuredRouting target,
            int number,
            SyntheticCalls calls,
            long begin,
            long end,
            Queue<Sample> samples) {
        while (true) {
            Sample sample = target.ask(number, calls.next(), System.nanoTime());
            long answered = System.nanoTime();
            if (answered - end > 0) {
                return;
            }
            if (answered - begin > 0) {
                samples.add(sample);
            }
            if (!sample.outcome().assigned()) {
                LockSupport.parkNanos(REST.toNanos());
            }
        }
    }
}
