package dev.supporters.load.drive;

import dev.supporters.load.figures.ProcessorTimes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Calls that come at random, as customers do, whether the ones before are answered or not. An answer's time counts from when its call
 * was due, so that a client that lags behind hides nothing.
 */
public record OpenLoop(double callsPerSecond, Duration length, long seed) {

    public Measurement drive(
            MeasuredRouting target, SyntheticCalls calls, Supplier<ProcessorTimes> processorTimes)
            throws InterruptedException {
        Queue<Sample> samples = new ConcurrentLinkedQueue<>();
        List<Thread> asking = new ArrayList<>();
        ProcessorTimes before = processorTimes.get();
        long begin = System.nanoTime();
        for (Duration arrival : arrivals()) {
            long due = begin + arrival.toNanos();
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            int connection = asking.size();
            asking.add(
                    Thread.ofVirtual()
                            .start(() -> samples.add(target.ask(connection, calls.next(), due))));
        }
        for (Thread one : asking) {
            one.join();
        }
        Thread.sleep(Duration.ofNanos(Math.max(0, begin + length.toNanos() - System.nanoTime())));
        return new Measurement(length, processorTimes.get().since(before), List.copyOf(samples));
    }

    /** When each call comes, from the begin on. */
    List<Duration> arrivals() {
        SplittableRandom random = new SplittableRandom(seed);
        List<Duration> arrivals = new ArrayList<>();
        double seconds = 0;
        while (true) {
            seconds -= Math.log(1 - random.nextDouble()) / callsPerSecond;
            Duration arrival = Duration.ofNanos((long) (seconds * 1e9));
            if (arrival.compareTo(length) >= 0) {
                return arrivals;
            }
            arrivals.add(arrival);
        }
    }
}
