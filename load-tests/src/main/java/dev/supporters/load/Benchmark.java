package dev.supporters.load;

import dev.supporters.load.bench.Bench;
import dev.supporters.load.drive.Calls;
import dev.supporters.load.drive.ClosedLoop;
import dev.supporters.load.drive.Measurement;
import dev.supporters.load.drive.OpenLoop;
import dev.supporters.load.drive.Target;
import dev.supporters.load.figures.Machine;
import dev.supporters.load.figures.Report;
import dev.supporters.local.Console;

import java.time.Duration;

/** One run: the floor, Route, the floor again, then both at a night's load. */
final class Benchmark {

    private static final long SEED = 1;
    private static final double CALLS_PER_SECOND_AT_NIGHT = 10;
    private static final double CALLS_PER_SECOND_WHILE_COLD = 20;

    private final Options options;
    private final Console console;
    private final OpenLoop cold;
    private final ClosedLoop lukewarm;
    private final ClosedLoop most;
    private final OpenLoop night;

    Benchmark(Options options, Console console) {
        this.options = options;
        this.console = console;
        Duration half = options.warmUp().dividedBy(2);
        cold = new OpenLoop(CALLS_PER_SECOND_WHILE_COLD, half, SEED);
        lukewarm = new ClosedLoop(1, half, Duration.ZERO);
        most = new ClosedLoop(options.streams(), options.leadIn(), options.length());
        night = new OpenLoop(CALLS_PER_SECOND_AT_NIGHT, options.night(), SEED);
    }

    void run() throws InterruptedException {
        String machine = Machine.facts();
        try (Bench bench = new Bench(options.root(), options.connections(), console::say)) {
            Thread hook = new Thread(bench::close, "stop");
            Runtime.getRuntime().addShutdownHook(hook);
            bench.start();
            Calls calls = new Calls(SEED, bench.clock());
            console.say("");
            console.say(machine);
            console.say(options.text());
            warmUp(bench.route(), calls);
            Measurement before = most("floor", bench.floor(), calls);
            Measurement route = most("Route", bench.route(), calls);
            bench.awaitFree();
            Measurement after = most("floor", bench.floor(), calls);
            console.say("");
            Report.ofMost(before, route, after).forEach(console::say);
            console.say("");
            Measurement floorAtNight = night.drive(bench.floor(), calls);
            Measurement routeAtNight = night.drive(bench.route(), calls);
            Report.ofNight(night.callsPerSecond(), floorAtNight, routeAtNight)
                    .forEach(console::say);
        }
    }

    /** Cold processes miss the deadlines of a decision; as much as is possible at once would open their breakers and warm nothing. */
    private void warmUp(Target route, Calls calls) throws InterruptedException {
        console.say("  warming Route up …");
        cold.drive(route, calls);
        lukewarm.drive(route, calls);
    }

    private Measurement most(String name, Target target, Calls calls) throws InterruptedException {
        console.say("  driving " + name + " …");
        return most.drive(target, calls);
    }
}
