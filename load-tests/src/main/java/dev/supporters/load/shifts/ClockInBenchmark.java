package dev.supporters.load.shifts;

import dev.supporters.load.bench.ShiftBench;
import dev.supporters.load.figures.FiguresFile;
import dev.supporters.load.figures.Latencies;
import dev.supporters.stand.Machine;

import io.grpc.StatusRuntimeException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * The begin of a window: thousands of drivers begin within a minute, at random moments, whether those before them are answered or not. An
 * answer's time counts from when its begin was due. Nothing was warmed up but by the drivers that were put: so it is each evening.
 */
public final class ClockInBenchmark {

    private static final int BEGINS = 5_000;
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final Duration AFTER_THE_WINDOWS_BEGIN = Duration.ofMinutes(1);
    private static final long SEED = 11;

    private final Path root;

    public ClockInBenchmark(Path root) {
        this.root = root;
    }

    /** Measures and prints. */
    public void run(Consumer<String> console, FiguresFile results) throws InterruptedException {
        String machine = Machine.facts();
        Instant begins = ShiftBench.WINDOW_BEGIN.plus(AFTER_THE_WINDOWS_BEGIN);
        try (ShiftBench bench = new ShiftBench(root, begins, console)) {
            Runtime.getRuntime().addShutdownHook(new Thread(bench::close, "stop"));
            bench.start(BEGINS + 1);
            Queue<Long> nanos = new ConcurrentLinkedQueue<>();
            Map<String, LongAdder> refused = new ConcurrentHashMap<>();
            beginAtRandomMoments(bench, nanos, refused);
            print(machine, Latencies.ofNanos(nanos), refused, console);
            results.put("clockin", figures(Latencies.ofNanos(nanos), refused));
        }
    }

    private static void beginAtRandomMoments(
            ShiftBench bench, Queue<Long> nanos, Map<String, LongAdder> refused)
            throws InterruptedException {
        List<Thread> beginning = new ArrayList<>();
        long begin = System.nanoTime();
        long[] moments =
                new SplittableRandom(SEED).longs(BEGINS, 0, WITHIN.toNanos()).sorted().toArray();
        for (int number = 0; number < BEGINS; number++) {
            int driver = number + 1; // the first is at work already
            long due = begin + moments[number];
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            beginning.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    bench.begin(driver);
                                    nanos.add(System.nanoTime() - due);
                                } catch (StatusRuntimeException e) {
                                    refused.computeIfAbsent(
                                                    e.getStatus().getCode().name(),
                                                    code -> new LongAdder())
                                            .increment();
                                }
                            }));
        }
        for (Thread one : beginning) {
            one.join();
        }
    }

    private static void print(
            String machine,
            Latencies begun,
            Map<String, LongAdder> refused,
            Consumer<String> console) {
        console.accept("");
        console.accept(machine);
        console.accept(
                String.format(
                        Locale.ROOT,
                        "%,d of %,d begins in %d s were taken: mean %.1f ms, p50 %.1f, p95 %.1f, p99 %.1f",
                        begun.count(),
                        BEGINS,
                        WITHIN.toSeconds(),
                        begun.mean(),
                        begun.p50(),
                        begun.p95(),
                        begun.p99()));
        console.accept(
                refused.isEmpty() ? "none was refused" : "refused: " + new TreeMap<>(refused));
    }

    private static Map<String, Object> figures(Latencies begun, Map<String, LongAdder> refused) {
        return Map.of(
                "begins", BEGINS,
                "withinSeconds", WITHIN.toSeconds(),
                "taken", begun.count(),
                "refused", refused.values().stream().mapToLong(LongAdder::sum).sum(),
                "meanMillis", begun.mean(),
                "p99Millis", begun.p99());
    }
}
