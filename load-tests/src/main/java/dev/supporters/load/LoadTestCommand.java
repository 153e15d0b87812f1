package dev.supporters.load;

import dev.supporters.load.BenchmarkOptions.BenchmarkSet;
import dev.supporters.load.decisions.DecisionBenchmark;
import dev.supporters.load.figures.FiguresFile;
import dev.supporters.load.greedy.GreedyBenchmark;
import dev.supporters.load.incident.IncidentBenchmark;
import dev.supporters.load.life.LifeBenchmark;
import dev.supporters.load.screens.ScreensBenchmark;
import dev.supporters.load.screens.SubscriptionsBenchmark;
import dev.supporters.load.shifts.ClockInBenchmark;
import dev.supporters.load.shifts.ClockOffBenchmark;
import dev.supporters.load.shifts.SilenceBenchmark;
import dev.supporters.load.start.StartBenchmark;
import dev.supporters.platform.option.GivenOptions;
import dev.supporters.stand.Machine;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Measures how fast calls and moves are decided, also while a part answers late, how fast routing starts, how soon shifts are clocked off, what apps cost the gateway, how soon they see a change, and what one who asks too much does to others,
 * and prints it. Its exit status says only whether it could measure.
 */
public final class LoadTestCommand {

    private static final int BAD_INPUT = 2;
    private static final int CANNOT_MEASURE = 3;
    private static final long SEED = 1;

    private LoadTestCommand() {}

    public static void main(String[] arguments) throws InterruptedException {
        // without a level, broker and store put together each line of their debug logs
        Logger.getLogger("").setLevel(Level.WARNING);
        BenchmarkOptions options;
        try {
            options =
                    BenchmarkOptions.of(
                            Path.of(System.getProperty("supporters.root", ".")),
                            GivenOptions.ofProcess(arguments));
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
            System.exit(BAD_INPUT);
            return;
        }
        FiguresFile results = new FiguresFile(options.root());
        try {
            if (options.sets().contains(BenchmarkSet.DECISIONS)) {
                System.out.println(Machine.facts());
                new DecisionBenchmark(SEED, options.length()).run(System.out::println);
            }
            if (options.sets().contains(BenchmarkSet.ROUTE)) {
                new Benchmark(options, System.out::println).run(results);
            }
            if (options.sets().contains(BenchmarkSet.LIFE)) {
                new LifeBenchmark(
                                options.root(),
                                options.natively(),
                                options.warmUp(),
                                options.length())
                        .run(System.out::println, results);
            }
            if (options.sets().contains(BenchmarkSet.INCIDENT)) {
                new IncidentBenchmark(
                                options.root(),
                                options.connections(),
                                options.warmUp(),
                                options.length())
                        .run(System.out::println, results);
            }
            if (options.sets().contains(BenchmarkSet.START)) {
                System.out.println(Machine.facts());
                new StartBenchmark(options.root(), SEED).run(System.out::println);
            }
            if (options.sets().contains(BenchmarkSet.CLOCKOFF)) {
                new ClockOffBenchmark(options.root()).run(System.out::println);
            }
            if (options.sets().contains(BenchmarkSet.CLOCKIN)) {
                new ClockInBenchmark(options.root()).run(System.out::println, results);
            }
            if (options.sets().contains(BenchmarkSet.SILENCE)) {
                new SilenceBenchmark(options.root()).run(System.out::println, results);
            }
            if (options.sets().contains(BenchmarkSet.SCREENS)) {
                new ScreensBenchmark(options.root(), options.length(), options.streams())
                        .run(System.out::println, results);
            }
            if (options.sets().contains(BenchmarkSet.SUBSCRIPTIONS)) {
                new SubscriptionsBenchmark(options.root(), options.sockets(), options.gateways())
                        .run(System.out::println, results);
            }
            if (options.sets().contains(BenchmarkSet.GREEDY)) {
                new GreedyBenchmark(
                                options.root(),
                                options.warmUp(),
                                options.length(),
                                options.streams())
                        .run(System.out::println, results);
            }
            System.exit(0);
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
            System.exit(CANNOT_MEASURE);
        }
    }
}
