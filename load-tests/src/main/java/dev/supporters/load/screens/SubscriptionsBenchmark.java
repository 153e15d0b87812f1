package dev.supporters.load.screens;

import dev.supporters.load.figures.FiguresFile;
import dev.supporters.load.figures.Latencies;
import dev.supporters.load.figures.ResidentMemory;
import dev.supporters.load.figures.ServiceGauges;
import dev.supporters.stand.Machine;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * How soon those who follow calls see a change, and what they cost one gateway: as many websockets as one process serves, ten for each call.
 * The calls are cancelled one after the other, and the time counts from the cancellation's begin until a websocket has it. It is the whole
 * way: service, outbox, broker, gateway, a read, and the socket.
 */
public final class SubscriptionsBenchmark {

    /** What a gateway serves, unless it is set otherwise. */
    private static final int SOCKETS = 5_000;

    private static final int OF_A_CALL = 10;
    private static final int OPENED_TOGETHER = 50;
    private static final int FIRST_CALL = 254_137;
    private static final Duration BETWEEN_CHANGES = Duration.ofMillis(40);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path root;

    public SubscriptionsBenchmark(Path root) {
        this.root = root;
    }

    /** Measures and prints. */
    public void run(Consumer<String> console, FiguresFile results) throws InterruptedException {
        String machine = Machine.facts();
        // the stand is closed first: its end closes the websockets, for which the client waits
        try (HttpClient client = HttpClient.newHttpClient();
                AppStand stand = new AppStand(root, console)) {
            stand.start();
            List<String> calls = calls();
            calls.forEach(stand::request);
            warmUp(client, stand, calls.removeLast());
            long before = memory(stand);
            Map<String, List<CallWatcher>> watchers = open(client, stand, calls);
            long after = memory(stand);

            ServiceGauges gateway = new ServiceGauges(stand.url());
            double cpuBefore = gateway.sum("process_cpu_time_ns_total");
            List<Long> nanos = cancelled(stand, watchers);
            double cpu = gateway.sum("process_cpu_time_ns_total") - cpuBefore;

            Latencies latencies = Latencies.ofNanos(nanos);
            double kibibytesEach = (after - before) * 1024.0 / SOCKETS;
            double cpuMillis = cpu / 1e6 / nanos.size();
            results.put(
                    "subscriptions",
                    Map.of(
                            "sockets",
                            SOCKETS,
                            "kibibytesEach",
                            kibibytesEach,
                            "meanMillis",
                            latencies.mean(),
                            "p99Millis",
                            latencies.p99(),
                            "cpuMillis",
                            cpuMillis));
            console.accept("");
            console.accept(machine);
            console.accept(
                    "| websockets | KiB each | changes told | mean ms | p50 | p95 | p99 | gateway's CPU ms each |");
            console.accept("|---:|---:|---:|---:|---:|---:|---:|---:|");
            console.accept(
                    String.format(
                            Locale.ROOT,
                            "| %d | %.0f | %d | %.1f | %.1f | %.1f | %.1f | %.2f |",
                            SOCKETS,
                            kibibytesEach,
                            nanos.size(),
                            latencies.mean(),
                            latencies.p50(),
                            latencies.p95(),
                            latencies.p99(),
                            cpuMillis));
        }
    }

    /** Those that are followed, and one more to warm up with. */
    private static List<String> calls() {
        return new ArrayList<>(
                IntStream.rangeClosed(0, SOCKETS / OF_A_CALL)
                        .mapToObj(number -> Integer.toString(FIRST_CALL + number))
                        .toList());
    }

    private static long memory(AppStand stand) {
        return ResidentMemory.mebibytes(stand.gateway()).orElse(0L);
    }

    private static void warmUp(HttpClient client, AppStand stand, String callId) {
        List<CallWatcher> watchers =
                IntStream.range(0, OPENED_TOGETHER)
                        .mapToObj(ignored -> watcher(client, stand, stand.operator(), callId))
                        .toList();
        watchers.forEach(watcher -> await(watcher.follows()));
        stand.cancel(callId);
        watchers.forEach(watcher -> await(watcher.cancelled()));
    }

    private static Map<String, List<CallWatcher>> open(
            HttpClient client, AppStand stand, List<String> calls) {
        String token = stand.operator();
        Map<String, List<CallWatcher>> watchers = new TreeMap<>();
        List<CallWatcher> opening = new ArrayList<>();
        for (String callId : calls) {
            for (int i = 0; i < OF_A_CALL; i++) {
                CallWatcher watcher = watcher(client, stand, token, callId);
                watchers.computeIfAbsent(callId, ignored -> new ArrayList<>()).add(watcher);
                opening.add(watcher);
            }
            if (opening.size() >= OPENED_TOGETHER) {
                opening.forEach(one -> await(one.follows()));
                opening.clear();
            }
        }
        opening.forEach(one -> await(one.follows()));
        return watchers;
    }

    private static CallWatcher watcher(
            HttpClient client, AppStand stand, String token, String callId) {
        return CallWatcher.open(client, stand.url(), token, callId);
    }

    /** How many nanoseconds it took until each socket had its call's cancellation. */
    private static List<Long> cancelled(AppStand stand, Map<String, List<CallWatcher>> watchers)
            throws InterruptedException {
        Map<String, Long> begun = new TreeMap<>();
        for (String callId : watchers.keySet()) {
            begun.put(callId, System.nanoTime());
            stand.cancel(callId);
            Thread.sleep(BETWEEN_CHANGES);
        }
        List<Long> nanos = new ArrayList<>();
        watchers.forEach((callId, all) ->
                all.forEach(watcher -> nanos.add(await(watcher.cancelled()) - begun.get(callId))));
        return nanos;
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
