package dev.supporters.load.figures;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Processor time of the parts of the system: every service, which is a process, and the broker, the store and the client, which are
 * threads of this one. Linux tells it, in hundredths of a second.
 *
 * @param parts so far, by the part's name
 * @param compilers how much of all of it the JIT compilers used
 */
public record ProcessorTimes(Map<String, Duration> parts, Duration compilers) {

    /** What is neither the broker nor the store in this process: who asks, and what keeps this JVM going. */
    public static final String CLIENT = "client";

    private static final Path PROCESSES = Path.of("/proc");
    private static final String COMPILERS = "C[12] Compiler.*";

    /** Threads of this process, by the first 15 characters of their names. */
    private static final Map<String, String> OWN_THREADS =
            Map.of(
                    "broker",
                    "(data-plane|kafka|raft|quorum|group-coord|share-coord|transaction|Expiration|Throttled|broker|controller|log-|metadata|event-handler|main-SendThread|[0-9]+-).*",
                    "store",
                    "(mongo|nioEventLoop|store).*");

    /** What the USER_HZ of all usual Linux systems makes of a tick. */
    private static final Duration TICK = Duration.ofMillis(10);

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    public ProcessorTimes {
        parts = Map.copyOf(parts);
    }

    /**
     * Now.
     *
     * @param services their processes, by name
     */
    public static ProcessorTimes of(Map<String, Long> services) {
        Sum sum = new Sum();
        services.forEach((name, pid) -> {
            sum.add(name, ticks(PROCESSES.resolve(String.valueOf(pid))));
            threads(pid, (thread, ticks) -> sum.compiled(thread, ticks));
        });
        long own = ProcessHandle.current().pid();
        sum.add(CLIENT, ticks(PROCESSES.resolve(String.valueOf(own))));
        threads(
                own,
                (thread, ticks) -> {
                    sum.compiled(thread, ticks);
                    OWN_THREADS.forEach((part, names) -> {
                        if (thread.matches(names)) {
                            sum.add(part, ticks);
                            sum.add(CLIENT, -ticks);
                        }
                    });
                });
        return sum.times();
    }

    /** What was used since then. A process that is new since then counts whole. */
    public ProcessorTimes since(ProcessorTimes earlier) {
        Map<String, Duration> used = new LinkedHashMap<>();
        parts.forEach((part, time) ->
                used.put(part, time.minus(earlier.parts.getOrDefault(part, Duration.ZERO))));
        return new ProcessorTimes(used, compilers.minus(earlier.compilers));
    }

    /** Both together. */
    public ProcessorTimes plus(ProcessorTimes other) {
        Map<String, Duration> sums = new LinkedHashMap<>(parts);
        other.parts.forEach((part, time) -> sums.merge(part, time, Duration::plus));
        return new ProcessorTimes(sums, compilers.plus(other.compilers));
    }

    public Duration all() {
        return parts.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** The share of the JIT compilers, from 0 to 1. */
    public double compilersShare() {
        return (double) compilers.toMillis() / Math.max(1, all().toMillis());
    }

    private static void threads(long pid, BiConsumer<String, Long> each) {
        Path tasks = PROCESSES.resolve(pid + "/task");
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
            for (Path thread : threads) {
                name(thread).ifPresent(name -> each.accept(name, ticks(thread)));
            }
        } catch (IOException e) {
            // ended, or another system than Linux: its threads are not told apart
        }
    }

    private static Optional<String> name(Path thread) {
        try {
            return Optional.of(Files.readString(thread.resolve("comm")).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Of a process or a thread; 0 if it has ended. */
    private static long ticks(Path of) {
        try {
            String stat = Files.readString(of.resolve("stat"));
            // the name may contain spaces; after it comes the state
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
        } catch (IOException e) {
            return 0;
        }
    }

    private static final class Sum {

        private final Map<String, Long> parts = new LinkedHashMap<>();
        private long compilers;

        void add(String part, long ticks) {
            parts.merge(part, ticks, Long::sum);
        }

        void compiled(String thread, long ticks) {
            compilers += thread.matches(COMPILERS) ? ticks : 0;
        }

        ProcessorTimes times() {
            Map<String, Duration> durations = new LinkedHashMap<>();
            parts.forEach((part, ticks) -> durations.put(part, TICK.multipliedBy(ticks)));
            return new ProcessorTimes(durations, TICK.multipliedBy(compilers));
        }
    }
}
