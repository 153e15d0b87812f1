package dev.supporters.load.incident;

import dev.supporters.load.bench.Bench;
import dev.supporters.load.drive.ClosedLoop;
import dev.supporters.load.drive.Measurement;
import dev.supporters.load.drive.OpenLoop;
import dev.supporters.load.drive.RouteOutcome;
import dev.supporters.load.drive.SyntheticCalls;
import dev.supporters.load.figures.FiguresFile;
import dev.supporters.load.figures.Latencies;
import dev.supporters.stand.Machine;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.StandConfig;
import dev.supporters.stand.proxy.Fault;
import dev.supporters.stand.proxy.FaultProxy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The launch night of 2019, by figures: calls come as fast as in a night's busiest minutes while all is well, then while tagging answers
 * three seconds late, then it is well again. How many are decided, how soon, whether other parts answer later than before, and how long
 * it takes until supporters are commanded again.
 */
public final class IncidentBenchmark {

    private static final long SEED = 1;
    private static final double CALLS_PER_SECOND = 20;

    /** As in the night of `-Dincident=2019`. */
    private static final ServiceSpec LATE_SERVICE = ServiceSpec.named("tagging");

    private static final Duration LATE_BY = Duration.ofSeconds(3);

    /** A decision that comes later is as good as none: the customer's app has given the call to general dispatch. */
    private static final Duration IN_TIME = Duration.ofSeconds(1);

    /** So many in a row are commanded to a supporter: it is well again. */
    private static final int HEALED = 20;

    private static final Duration LONGEST_HEALING = Duration.ofSeconds(60);

    private final Path root;
    private final int connections;
    private final Duration warmUp;
    private final Duration length;
    private Optional<FaultProxy> proxy = Optional.empty();

    /**
     * Not begun.
     *
     * @param length how long it is well, and how long it is not
     */
    public IncidentBenchmark(Path root, int connections, Duration warmUp, Duration length) {
        this.root = root;
        this.connections = connections;
        this.warmUp = warmUp;
        this.length = length;
    }

    /** What came of the calls of a while. */
    private record Phase(Measurement decisions, Map<String, Latencies> reads, long failedReads) {

        double inTimePerSecond() {
            return decisions.samples().stream()
                            .filter(sample -> sample.outcome() instanceof RouteOutcome.Decided)
                            .filter(sample -> sample.nanos() <= IN_TIME.toNanos())
                            .count()
                    / (double) decisions.length().toSeconds();
        }

        double assignedShare() {
            return decisions.assigned().size() / (double) decisions.samples().size();
        }

        Latencies route() {
            return Latencies.ofNanos(
                    decisions.samples().stream().map(sample -> sample.nanos()).toList());
        }
    }

    /** Measures and prints. */
    public void run(Consumer<String> console, FiguresFile results) throws InterruptedException {
        String machine = Machine.facts();
        try (Bench bench = new Bench(root, List.of(), connections, this::led, console)) {
            Runtime.getRuntime().addShutdownHook(new Thread(bench::close, "stop"));
            bench.start();
            SyntheticCalls calls = new SyntheticCalls(SEED, bench.clock());
            console.accept("");
            console.accept(machine);
            console.accept("  warming Route up …");
            new OpenLoop(CALLS_PER_SECOND, warmUp.dividedBy(2), SEED)
                    .drive(bench.route(), calls, bench::processorTimes);
            new ClosedLoop(1, warmUp.dividedBy(2), Duration.ZERO)
                    .drive(bench.route(), calls, bench::processorTimes);
            bench.awaitFree();
            console.accept("  all is well …");
            Phase well = phase(bench, calls);
            FaultProxy tagging = proxy.orElseThrow();
            console.accept("  tagging answers " + LATE_BY.toSeconds() + " s late …");
            tagging.set(new Fault.Slow(LATE_BY));
            Phase late = phase(bench, calls);
            console.accept("  and in time again …");
            tagging.set(new Fault.None());
            Optional<Duration> healing = healing(bench, calls);
            console.accept("");
            print(well, late, healing, console);
            results.put("incident", figures(well, late, healing));
        } finally {
            proxy.ifPresent(FaultProxy::close);
        }
    }

    private StandConfig led(StandConfig usual) {
        FaultProxy before = FaultProxy.to(usual.ports().of(LATE_SERVICE));
        proxy = Optional.of(before);
        return usual.with(
                ServiceSpec.named("routing"),
                Map.of("SUPPORTERS_TAGGING_PORT", String.valueOf(before.port())));
    }

    private Phase phase(Bench bench, SyntheticCalls calls) throws InterruptedException {
        try (Reads reads = Reads.begin(bench.reads())) {
            Measurement decisions =
                    new OpenLoop(CALLS_PER_SECOND, length, SEED)
                            .drive(bench.route(), calls, bench::processorTimes);
            return new Phase(decisions, reads.latencies(), reads.failures());
        }
    }

    /** How long after the part answers in time again the first of many calls in a row was commanded; empty if that does not come. */
    private static Optional<Duration> healing(Bench bench, SyntheticCalls calls)
            throws InterruptedException {
        long begin = System.nanoTime();
        Duration step = Duration.ofMillis(500);
        List<Duration> assigned = new ArrayList<>();
        while (System.nanoTime() - begin < LONGEST_HEALING.toNanos()) {
            Duration since = Duration.ofNanos(System.nanoTime() - begin);
            Measurement some =
                    new OpenLoop(CALLS_PER_SECOND, step, since.toNanos())
                            .drive(bench.route(), calls, bench::processorTimes);
            if (some.assigned().size() < some.samples().size()) {
                assigned.clear();
            } else {
                some.samples().forEach(sample -> assigned.add(since));
            }
            if (assigned.size() >= HEALED) {
                return Optional.of(assigned.getFirst());
            }
        }
        return Optional.empty();
    }

    private static void print(
            Phase well, Phase late, Optional<Duration> healing, Consumer<String> console) {
        console.accept(
                String.format(
                        Locale.ROOT,
                        "%-22s %12s %12s %9s %9s %9s",
                        "",
                        "in time/s",
                        "commanded",
                        "mean ms",
                        "p95",
                        "p99"));
        Map.of("all is well", well, "tagging is late", late).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(phase -> console.accept(row(phase.getKey(), phase.getValue())));
        console.accept(
                String.format(
                        Locale.ROOT,
                        "decided in time: %.1f %% of the rate while all is well",
                        100 * late.inTimePerSecond() / well.inTimePerSecond()));
        slowdown(well, late)
                .forEach((part, ratio) ->
                        console.accept(
                                String.format(
                                        Locale.ROOT,
                                        "%-10s answers in %.1f ms in the mean (%.1f while all is well): × %.2f",
                                        part,
                                        late.reads().get(part).mean(),
                                        well.reads().get(part).mean(),
                                        ratio)));
        console.accept(
                "reads without an answer: %d while all is well, %d while tagging is late"
                        .formatted(well.failedReads(), late.failedReads()));
        console.accept(
                healing.map(time ->
                                String.format(
                                        Locale.ROOT,
                                        "commanded again %.1f s after tagging answers in time",
                                        time.toMillis() / 1e3))
                        .orElse(
                                "not commanded again within "
                                        + LONGEST_HEALING.toSeconds()
                                        + " s"));
    }

    private static String row(String name, Phase phase) {
        Latencies route = phase.route();
        return String.format(
                Locale.ROOT,
                "%-22s %12.1f %10.1f %% %9.1f %9.1f %9.1f",
                name,
                phase.inTimePerSecond(),
                100 * phase.assignedShare(),
                route.mean(),
                route.p95(),
                route.p99());
    }

    /** By how much each part's mean answer took longer. */
    private static Map<String, Double> slowdown(Phase well, Phase late) {
        Map<String, Double> ratios = new TreeMap<>();
        well.reads()
                .forEach((part, before) ->
                        ratios.put(part, late.reads().get(part).mean() / before.mean()));
        return ratios;
    }

    private static Map<String, Object> figures(Phase well, Phase late, Optional<Duration> healing) {
        return Map.of(
                "rateShare", late.inTimePerSecond() / well.inTimePerSecond(),
                "lateRouteP99Millis", late.route().p99(),
                "wellRouteP99Millis", well.route().p99(),
                "slowdown", slowdown(well, late),
                "failedReads", late.failedReads(),
                "healedAfterSeconds",
                        healing.map(time -> time.toMillis() / 1e3).orElse(Double.NaN));
    }
}
