package dev.supporters.load.shifts;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.supporters.load.bench.ShiftBench;
import dev.supporters.load.figures.Latencies;
import dev.supporters.stand.Machine;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * How long after the window's end many shifts have ended: work ends each on its own, by asking commander and by a change with its event.
 * One of them cannot be ended, since its slot is spoiled.
 */
public final class ClockOffBenchmark {

    private static final int SHIFTS = 5_000;
    private static final int SPOILED = 1;
    private static final Duration BEFORE = Duration.ofMinutes(4);
    private static final Duration MOST = Duration.ofMinutes(5);

    private final Path root;

    public ClockOffBenchmark(Path root) {
        this.root = root;
    }

    /** Measures and prints. */
    public void run(Consumer<String> console) throws InterruptedException {
        String machine = Machine.facts();
        try (ShiftBench bench =
                new ShiftBench(root, ShiftBench.WINDOW_END.minus(BEFORE), console)) {
            Runtime.getRuntime().addShutdownHook(new Thread(bench::close, "stop"));
            bench.start(SHIFTS + SPOILED);
            bench.beginAll(SHIFTS + SPOILED);
            bench.spoilOneSlot();
            Instant end = bench.onThisMachine(ShiftBench.WINDOW_END);
            console.accept(
                    "  the window ends in %d s"
                            .formatted(Duration.between(Instant.now(), end).toSeconds()));
            try (EndedShifts ended = new EndedShifts(bench.brokers())) {
                print(machine, late(ended, end), console);
            }
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("an event of the clock-in topic cannot be read", e);
        }
    }

    /** How many nanoseconds after the window's end each end was told. */
    private static List<Long> late(EndedShifts ended, Instant windowEnd)
            throws InvalidProtocolBufferException {
        return ended.await(SHIFTS, windowEnd.plus(MOST)).values().stream()
                .map(told -> Duration.between(windowEnd, told).toNanos())
                .toList();
    }

    private static void print(String machine, List<Long> late, Consumer<String> console) {
        Latencies latencies = Latencies.ofNanos(late);
        double last = late.stream().mapToLong(Long::longValue).max().orElse(0) / 1e9;
        console.accept("");
        console.accept(machine);
        console.accept(
                String.format(
                        Locale.ROOT,
                        "%,d of %,d shifts ended, seconds after the window's end: median %.1f, p95 %.1f, p99 %.1f, last %.1f",
                        late.size(),
                        SHIFTS,
                        latencies.p50() / 1_000,
                        latencies.p95() / 1_000,
                        latencies.p99() / 1_000,
                        last));
        console.accept(SPOILED + " more cannot be ended: commander cannot read its driver's slot");
    }
}
