package dev.supporters.load.screens;

import dev.supporters.load.figures.FiguresFile;
import dev.supporters.load.figures.Latencies;
import dev.supporters.load.figures.ServiceGauges;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.PutRequest;
import dev.supporters.stand.Machine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What a request of an app costs the gateway: queries of the apps' screens against a query that only names a constant, in closed loops.
 * Processor time is that of the gateway's process alone.
 */
public final class ScreensBenchmark {

    private static final String CALL = "254137";

    private static final Map<String, String> QUERIES = new LinkedHashMap<>();

    static {
        QUERIES.put("constant field", "{ __typename }");
        QUERIES.put(
                "workStatus",
                "{ workStatus(product: DRIVER, driverId: \"1\") { state beganAt windowEndsAt } }");
        QUERIES.put(
                "driverDispatchStatus",
                "{ driverDispatchStatus(product: DRIVER, driverId: \"1\") }");
        QUERIES.put(
                "call",
                "{ call(id: " + CALL + ") { state origin { lat lng poi } fare createdAt } }");
    }

    private final Path root;
    private final Duration length;
    private final int streams;

    /**
     * @param length how long each query is asked, and as long before without measuring
     * @param streams how many requests are under way at once
     */
    public ScreensBenchmark(Path root, Duration length, int streams) {
        this.root = root;
        this.length = length;
        this.streams = streams;
    }

    /** Measures and prints. */
    public void run(Consumer<String> console, FiguresFile results) throws InterruptedException {
        String machine = Machine.facts();
        try (AppStand stand = new AppStand(root, console)) {
            stand.start();
            stand.services()
                    .drivers()
                    .put(
                            PutRequest.newBuilder()
                                    .setRequestId("load-driver")
                                    .setDriver(Driver.newBuilder().setDriverId("1").setName("Lee"))
                                    .build());
            stand.request(CALL);
            GraphQLClient client = new GraphQLClient(stand.url(), stand.operator());
            ServiceGauges gateway = new ServiceGauges(stand.url());
            for (String query : QUERIES.values()) {
                drive(client, query); // all of them warm, before the first is measured
            }
            console.accept("");
            console.accept(machine);
            console.accept("| query | answers/s | mean ms | p95 | p99 | gateway's CPU ms |");
            console.accept("|---|---:|---:|---:|---:|---:|");
            Map<String, Object> figures = new TreeMap<>();
            for (Map.Entry<String, String> query : QUERIES.entrySet()) {
                Measured measured = measured(query.getValue(), client, gateway);
                console.accept(measured.row(query.getKey()));
                figures.put(query.getKey(), measured.figures());
            }
            results.put("screens", figures);
        }
    }

    private Measured measured(String query, GraphQLClient client, ServiceGauges gateway)
            throws InterruptedException {
        double before = gateway.sum("process_cpu_time_ns_total");
        List<Long> nanos = drive(client, query);
        double processor = gateway.sum("process_cpu_time_ns_total") - before;
        return new Measured(
                nanos.size() * 1e9 / length.toNanos(),
                Latencies.ofNanos(nanos),
                processor / 1e6 / nanos.size());
    }

    /**
     * What one query cost.
     *
     * @param cpuMillis processor time of the gateway for one answer
     */
    private record Measured(double perSecond, Latencies latencies, double cpuMillis) {

        String row(String name) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.2f | %.2f | %.2f | %.3f |",
                    name,
                    perSecond,
                    latencies.mean(),
                    latencies.p95(),
                    latencies.p99(),
                    cpuMillis);
        }

        Map<String, Double> figures() {
            return Map.of(
                    "perSecond",
                    perSecond,
                    "meanMillis",
                    latencies.mean(),
                    "p99Millis",
                    latencies.p99(),
                    "cpuMillis",
                    cpuMillis);
        }
    }

    /** How many nanoseconds each answer took. */
    private List<Long> drive(GraphQLClient client, String query) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        List<Long> nanos = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> all =
                    IntStream.range(0, streams)
                            .mapToObj(ignored -> threads.submit(() -> ask(client, query, end)))
                            .toList();
            for (Future<List<Long>> stream : all) {
                nanos.addAll(stream.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e);
        }
        return nanos;
    }

    private static List<Long> ask(GraphQLClient client, String query, long end) {
        List<Long> nanos = new ArrayList<>();
        while (System.nanoTime() - end < 0) {
            long begin = System.nanoTime();
            client.ask(query);
            nanos.add(System.nanoTime() - begin);
        }
        return nanos;
    }
}
