package dev.supporters.load.greedy;

import dev.supporters.contract.Position;
import dev.supporters.load.figures.FiguresFile;
import dev.supporters.load.figures.Latencies;
import dev.supporters.load.greedy.ModestFigures.AppRequest;
import dev.supporters.load.life.LifeBench;
import dev.supporters.player.Rehearsal;
import dev.supporters.stand.Machine;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * What others feel of one customer and one driver who ask as fast as a machine can: supporters and customers at people's pace, first alone,
 * then beside those two. By how much longer their requests take, how many supporters the greedy customer has, and whether refusals of
 * commands still come in time.
 */
public final class GreedyBenchmark {

    private static final int SUPPORTERS = 20;
    private static final int CUSTOMERS = 10;

    private final Path root;
    private final Duration warmUp;
    private final Duration length;
    private final int streams;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /**
     * Not begun.
     *
     * @param warmUp how long people use it before it is measured
     * @param length how long each of the two is measured
     * @param streams how many requests of each greedy one are under way at once
     */
    public GreedyBenchmark(Path root, Duration warmUp, Duration length, int streams) {
        this.root = root;
        this.warmUp = warmUp;
        this.length = length;
        this.streams = streams;
    }

    /** One thread of somebody. */
    private interface InterruptibleTask {
        void run() throws InterruptedException;
    }

    /** Measures and prints. */
    public void run(Consumer<String> console, FiguresFile results) throws InterruptedException {
        String machine = Machine.facts();
        try (HttpClient client =
                        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                HttpClient greedyClient =
                        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                LifeBench bench = new LifeBench(root, List.of(), console)) {
            Runtime.getRuntime().addShutdownHook(new Thread(bench::close, "stop"));
            bench.start();
            GreedyPeople greedy =
                    new GreedyPeople(
                            asker(bench, greedyClient, "greedy", "customer"),
                            asker(
                                    bench,
                                    greedyClient,
                                    Rehearsal.supporters().get(SUPPORTERS),
                                    "driver"),
                            bench.clock());
            ModestPeople modest = new ModestPeople(bench.clock(), greedy::requested);
            List<Thread> people = begin(bench, client, modest);
            console.accept("  people use it …");
            Thread.sleep(warmUp);
            ModestFigures alone = modest.begin();
            Thread.sleep(length);
            console.accept("  beside those who ask as fast as they can …");
            List<Thread> greedyOnes = begin(greedy);
            ModestFigures beside = modest.begin();
            Thread.sleep(length);
            modest.begin();
            end(greedyOnes);
            end(people);
            if (failure.get() != null) {
                throw new IllegalStateException(failure.get().getMessage(), failure.get());
            }
            console.accept("");
            console.accept(machine);
            print(alone, beside, greedy, console);
            results.put("greedy", figures(alone, beside, greedy));
        }
    }

    private List<Thread> begin(LifeBench bench, HttpClient client, ModestPeople modest) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < SUPPORTERS; i++) {
            GatewayAsker app = asker(bench, client, Rehearsal.supporters().get(i), "driver");
            Position here = new Position(Rehearsal.PLACE.lat() + .001 * i, Rehearsal.PLACE.lng());
            threads.add(started(() -> modest.support(app, here)));
        }
        for (int i = 0; i < CUSTOMERS; i++) {
            GatewayAsker app = asker(bench, client, "modest-" + i, "customer");
            threads.add(started(() -> modest.order(app)));
        }
        return threads;
    }

    private List<Thread> begin(GreedyPeople greedy) {
        List<Thread> threads = new ArrayList<>();
        threads.add(started(greedy::makeRoom));
        for (int i = 0; i < streams; i++) {
            threads.add(started(greedy::request));
            threads.add(started(greedy::drive));
        }
        return threads;
    }

    private static GatewayAsker asker(
            LifeBench bench, HttpClient client, String subject, String role) {
        return new GatewayAsker(client, bench.gateway(), bench.token(subject, role));
    }

    private Thread started(InterruptibleTask activity) {
        return Thread.ofVirtual()
                .start(() -> {
                    try {
                        activity.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt(); // it is over
                    } catch (RuntimeException e) {
                        failure.compareAndSet(null, e);
                    }
                });
    }

    private static void end(List<Thread> threads) throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void print(
            ModestFigures alone,
            ModestFigures beside,
            GreedyPeople greedy,
            Consumer<String> console) {
        console.accept(
                "| what %d supporters and %d customers ask | alone | mean ms | p99 | beside the greedy | mean ms | p99 | p99 × |"
                        .formatted(SUPPORTERS, CUSTOMERS));
        console.accept("|---|---:|---:|---:|---:|---:|---:|---:|");
        for (AppRequest asked : AppRequest.values()) {
            console.accept(row(asked.text(), alone.latencies(asked), beside.latencies(asked)));
        }
        console.accept(row("all", alone.latencies(), beside.latencies()));
        console.accept(
                String.format(
                        Locale.ROOT,
                        "the greedy customer's: %d of %d commands (%.1f %%); at most %d of %d supporters at once",
                        beside.commandsOfTheGreedy(),
                        beside.commands(),
                        100.0 * beside.commandsOfTheGreedy() / beside.commands(),
                        beside.mostAtOnce(),
                        SUPPORTERS));
        console.accept(
                "refusals in time: %d of %d alone, %d of %d beside the greedy"
                        .formatted(
                                alone.refusalsInTime(),
                                alone.refusals(),
                                beside.refusalsInTime(),
                                beside.refusals()));
        console.accept("the others were refused: " + sums(alone) + " alone, " + sums(beside));
        console.accept("the greedy customer's requests: " + greedy.customersAnswers());
        console.accept("the greedy driver's requests: " + greedy.driversAnswers());
    }

    private static String row(String name, Latencies alone, Latencies beside) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %d | %.1f | %.1f | %.2f |",
                name,
                alone.count(),
                alone.mean(),
                alone.p99(),
                beside.count(),
                beside.mean(),
                beside.p99(),
                beside.p99() / alone.p99());
    }

    private static Map<String, Long> sums(ModestFigures figures) {
        Map<String, Long> sums = new TreeMap<>();
        figures.refused().forEach((reason, count) -> sums.put(reason, count.sum()));
        return sums;
    }

    private static Map<String, Object> figures(
            ModestFigures alone, ModestFigures beside, GreedyPeople greedy) {
        Map<String, Object> figures = new TreeMap<>();
        for (AppRequest asked : AppRequest.values()) {
            figures.put(
                    asked.name().toLowerCase(Locale.ROOT) + "P99Ratio",
                    beside.latencies(asked).p99() / alone.latencies(asked).p99());
        }
        figures.put("p99Ratio", beside.latencies().p99() / alone.latencies().p99());
        figures.put("aloneP99Millis", alone.latencies().p99());
        figures.put("besideP99Millis", beside.latencies().p99());
        figures.put("commands", beside.commands());
        figures.put("commandsOfTheGreedy", beside.commandsOfTheGreedy());
        figures.put("supportersOfTheGreedyAtOnce", beside.mostAtOnce());
        figures.put("refusals", beside.refusals());
        figures.put("refusalsInTime", beside.refusalsInTime());
        figures.put("greedyCustomersAnswers", greedy.customersAnswers());
        figures.put("greedyDriversAnswers", greedy.driversAnswers());
        return figures;
    }
}
