package dev.supporters.load;

import dev.supporters.load.bench.Bench;
import dev.supporters.load.drive.ClosedLoop;
import dev.supporters.load.drive.MeasuredRouting;
import dev.supporters.load.drive.Measurement;
import dev.supporters.load.drive.OpenLoop;
import dev.supporters.load.drive.SyntheticCalls;
import dev.supporters.load.figures.BenchmarkReport;
import dev.supporters.load.figures.FiguresFile;
import dev.supporters.stand.Machine;

import java.time.Duration;
import java.util.function.Consumer;

/** One run: the floor, Route, the floor again, then both at a night's load. */
final class Benchmark {

    private static final long SEED = 1;
    private static final double CALLS_PER_SECOND_AT_NIGHT = 10;
    private static final double CALLS_PER_SECOND_WHILE_COLD = 20;

    private final BenchmarkOptions options;
    private final Consumer<String> console;
    private final OpenLoop cold;
    private final ClosedLoop lukewarm;
    private final ClosedLoop most;
    private final OpenLoop night;

    Benchmark(BenchmarkOptions options, Consumer<String> console) {
        this.options = options;
        this.console = console;
        Duration half = options.warmUp().dividedBy(2);
        cold = new OpenLoop(CALLS_PER_SECOND_WHILE_COLD, half, SEED);
        lukewarm = new ClosedLoop(1, half, Duration.ZERO);
        most = new ClosedLoop(options.streams(), options.leadIn(), options.length());
        night = new OpenLoop(CALLS_PER_SECOND_AT_NIGHT, options.night(), SEED);
    }

    void run(FiguresFile results) throws InterruptedException {
        String machine = Machine.facts();
        try (Bench bench =
                new Bench(options.root(), options.natively(), options.connections(), console)) {
            Thread hook = new Thread(bench::close, "stop");
            Runtime.getRuntime().addShutdownHook(hook);
            bench.start();
            SyntheticCalls calls = new SyntheticCalls(SEED, bench.clock());
            console.accept("");
            console.accept(machine);
            console.accept(options.text());
            warmUp(bench, calls);
            Measurement before = most("floor", bench, bench.floor(), calls);
            Measurement route = most("Route", bench, bench.route(), calls);
            bench.awaitFree();
            Measurement after = most("floor", bench, bench.floor(), calls);
            console.accept("");
            BenchmarkReport.ofMost(before, route, after).forEach(console);
            console.accept("");
            Measurement floorAtNight = night.drive(bench.floor(), calls, bench::processorTimes);
            Measurement routeAtNight = night.drive(bench.route(), calls, bench::processorTimes);
            BenchmarkReport.ofNight(night.callsPerSecond(), floorAtNight, routeAtNight)
                    .forEach(console);
            results.put("route", BenchmarkReport.figures(before.and(after), route, routeAtNight));
        }
    }

    /** Cold processes miss the deadlines of a decision; as much as is possible at once would open their breakers and warm nothing. */
    private void warmUp(Bench bench, SyntheticCalls calls) throws InterruptedException {
        console.accept("  warming Route up …");
        cold.drive(bench.route(), calls, bench::processorTimes);
        lukewarm.drive(bench.route(), calls, bench::processorTimes);
    }

    private Measurement most(String name, Bench bench, MeasuredRouting target, SyntheticCalls calls)
            throws InterruptedException {
        console.accept("  driving " + name + " …");
        return most.drive(target, calls, bench::processorTimes);
    }
}
