package dev.supporters.load.life;

import dev.supporters.load.figures.FiguresFile;
import dev.supporters.load.figures.Latencies;
import dev.supporters.load.figures.ProcessorTimes;
import dev.supporters.player.SteadyCalls;
import dev.supporters.player.SteadyCalls.Life;
import dev.supporters.stand.Machine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a call costs from its request to its line in the ledger: calls come at a steady rate, apps do everything by the gateway, and the
 * processor time of each part is divided by the calls that ended meanwhile. What the parts do without calls is in it, and printed beside.
 */
public final class LifeBenchmark {

    private static final double CALLS_PER_SECOND = 4;
    private static final Duration IDLE = Duration.ofSeconds(15);

    /** After the last start, and after the last call: what follows from it is over. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private final Path root;
    private final List<String> natively;
    private final Duration warmUp;
    private final Duration length;

    /**
     * Not begun.
     *
     * @param natively services that run as native executables, by name
     * @param warmUp calls before those that are measured
     * @param length how long is measured
     */
    public LifeBenchmark(Path root, List<String> natively, Duration warmUp, Duration length) {
        this.root = root;
        this.natively = List.copyOf(natively);
        this.warmUp = warmUp;
        this.length = length;
    }

    /** Measures and prints. */
    public void run(Consumer<String> console, FiguresFile results) throws InterruptedException {
        String machine = Machine.facts();
        try (LifeBench bench = new LifeBench(root, natively, console)) {
            Runtime.getRuntime().addShutdownHook(new Thread(bench::close, "stop"));
            bench.start();
            Measured measured;
            try (SteadyCalls calls = bench.calls(CALLS_PER_SECOND)) {
                console.accept("  calls go through all services …");
                Thread.sleep(warmUp);
                measured = measured(bench, calls);
            }
            Thread.sleep(SETTLED);
            ProcessorTimes before = bench.processorTimes();
            Thread.sleep(IDLE);
            ProcessorTimes idle = bench.processorTimes().since(before);
            console.accept("");
            console.accept(machine);
            print(measured, idle, console);
            results.put("life", measured.figures(idle));
        }
    }

    private Measured measured(LifeBench bench, SteadyCalls calls) throws InterruptedException {
        ProcessorTimes before = bench.processorTimes();
        long begin = System.nanoTime();
        Thread.sleep(length);
        ProcessorTimes used = bench.processorTimes().since(before);
        List<Life> lives = calls.lives().stream().filter(life -> life.end() - begin > 0).toList();
        List<Life> completed = lives.stream().filter(Life::completed).toList();
        if (completed.isEmpty()) {
            throw new IllegalStateException(
                    "no call was completed; apps met with " + calls.observations());
        }
        return new Measured(
                Duration.ofNanos(System.nanoTime() - begin), lives.size(), completed, used);
    }

    private static void print(Measured measured, ProcessorTimes idle, Consumer<String> console) {
        Latencies latencies = measured.latencies();
        console.accept(
                String.format(
                        Locale.ROOT,
                        "%d calls in %d s, %d of them completed; from request to end, ms: mean %.0f, p50 %.0f, p95 %.0f, p99 %.0f",
                        measured.ended(),
                        measured.length().toSeconds(),
                        measured.completed().size(),
                        latencies.mean(),
                        latencies.p50(),
                        latencies.p95(),
                        latencies.p99()));
        console.accept(
                String.format(Locale.ROOT, "%-12s %12s %14s", "", "CPU ms/call", "idle: CPU ms/s"));
        measured.millisPerCall().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .forEach(part ->
                        console.accept(
                                line(
                                        part.getKey(),
                                        part.getValue(),
                                        idlePerSecond(idle, part.getKey()))));
        console.accept(
                line(
                        "all",
                        measured.cpuMillis(),
                        idle.all().toMillis() / (double) IDLE.toSeconds()));
        console.accept(
                String.format(
                        Locale.ROOT,
                        "The JIT compilers used %.0f %% of it.",
                        100 * measured.used().compilersShare()));
    }

    private static String line(String part, double perCall, double idlePerSecond) {
        return String.format(Locale.ROOT, "%-12s %12.1f %14.1f", part, perCall, idlePerSecond);
    }

    private static double idlePerSecond(ProcessorTimes idle, String part) {
        return idle.parts().getOrDefault(part, Duration.ZERO).toMillis()
                / (double) IDLE.toSeconds();
    }

    /**
     * What was measured.
     *
     * @param ended calls that ended meanwhile
     * @param completed those of them that were driven
     * @param used processor time meanwhile
     */
    private record Measured(Duration length, int ended, List<Life> completed, ProcessorTimes used) {

        Latencies latencies() {
            return Latencies.ofNanos(
                    completed.stream().map(life -> life.length().toNanos()).toList());
        }

        double cpuMillis() {
            return used.all().toMillis() / (double) completed.size();
        }

        Map<String, Double> millisPerCall() {
            Map<String, Double> each = new TreeMap<>();
            used.parts()
                    .forEach((part, time) ->
                            each.put(part, time.toMillis() / (double) completed.size()));
            return each;
        }

        Map<String, Object> figures(ProcessorTimes idle) {
            Latencies latencies = latencies();
            return Map.of(
                    "cpuMillis", cpuMillis(),
                    "cpuMillisByPart", millisPerCall(),
                    "jitShare", used.compilersShare(),
                    "idleCpuMillisPerSecond", idle.all().toMillis() / (double) IDLE.toSeconds(),
                    "callsPerSecond", completed.size() * 1e9 / length.toNanos(),
                    "completed", completed.size(),
                    "meanMillis", latencies.mean(),
                    "p99Millis", latencies.p99());
        }
    }
}
