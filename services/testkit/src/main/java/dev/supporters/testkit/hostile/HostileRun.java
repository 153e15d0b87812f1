package dev.supporters.testkit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What hostile requests at one door did: how many there were, from which seed, how long the slowest answer took, and how much memory is
 * still used. It is printed, and kept in {@code target/hostile-runs.csv}, so that all doors of a run can be added up. With many requests
 * ({@code -Dsupporters.hostile=1000} or more), which nobody sends beside other work, none may take longer than a second, and memory stays flat.
 */
public final class HostileRun {

    /** From so many on time and memory are judged. */
    private static final int MANY = 1_000;

    private static final Duration LONGEST = Duration.ofSeconds(1);

    /** Documents that were taken, and what a test keeps of requests, are in the same process. */
    private static final long MOST_GROWTH = 64L << 20;

    private static final Path FILE = Path.of("target/hostile-runs.csv");

    private final String door;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong slowest = new AtomicLong();
    private final long before = used();

    private HostileRun(String door) {
        this.door = door;
    }

    /** Begins. */
    public static HostileRun at(String door) {
        return new HostileRun(door);
    }

    /** Whether so many are sent that time, memory and event loops are judged, too. */
    public static boolean many() {
        return RandomValues.count(0) >= MANY;
    }

    /** One was answered, after so many nanoseconds. */
    public void answered(long nanos) {
        sent(1);
        slowest.accumulateAndGet(nanos, Math::max);
    }

    /** So many were sent whose answers nobody waits for. */
    public void sent(long number) {
        requests.addAndGet(number);
    }

    /** Ends: prints and keeps the line, and judges a run with many requests. */
    public void end() {
        long after = used();
        String line =
                "%s,%d,%d,%d,%d,%d"
                        .formatted(
                                door,
                                requests.get(),
                                RandomValues.seed(),
                                Duration.ofNanos(slowest.get()).toMillis(),
                                before >> 20,
                                after >> 20);
        System.out.printf(
                "hostile run (door,requests,seed,slowest ms,MiB before,MiB after): %s%n", line);
        keep(line);
        if (many()) {
            assertThat(Duration.ofNanos(slowest.get()))
                    .as("the slowest answer: %s", line)
                    .isLessThanOrEqualTo(LONGEST);
            assertThat(after - before)
                    .as("bytes that are used more than before: %s", line)
                    .isLessThan(MOST_GROWTH);
        }
    }

    private static void keep(String line) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(
                    FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After a collection: what is left then is in use. */
    private static long used() {
        if (many()) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
