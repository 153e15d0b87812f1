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
 * How soon those who follow calls see a change, and what they cost the gateways: websockets, ten for each call, which are spread over all
 * gateways. The calls are cancelled one after the other, and the time counts from the cancellation's begin until a websocket has it. It is
 * the whole way: service, outbox, broker, gateway, a read, and the socket. Half of the ten are its customer's devices, half are operators'.
 */
public final class SubscriptionsBenchmark {

    /** What a gateway serves, unless it is set otherwise. */
    private static final int OF_A_GATEWAY = 5_000;

    private static final int OF_A_CALL = 10;
    private static final int OF_ITS_CUSTOMER = 5;
    private static final int OPENED_TOGETHER = 50;
    private static final int FIRST_CALL = 254_137;
    private static final Duration BETWEEN_CHANGES = Duration.ofMillis(40);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path root;
    private final int sockets;
    private final int gateways;

    /**
     * Not begun.
     *
     * @param sockets how many there are in all, at least
     * @param gateways over how many gateways they are spread
     */
    public SubscriptionsBenchmark(Path root, int sockets, int gateways) {
        this.root = root;
        this.sockets = Math.ceilDiv(sockets, OF_A_CALL) * OF_A_CALL;
        this.gateways = gateways;
    }

    /** Measures and prints. */
    public void run(Consumer<String> console, FiguresFile results) throws InterruptedException {
        String machine = Machine.facts();
        // the stand is closed first: its end closes the websockets, for which the client waits
        try (HttpClient client = HttpClient.newHttpClient();
                AppStand stand = new AppStand(root, gateways, settings(), console)) {
            stand.start();
            List<String> calls = calls();
            calls.forEach(stand::request);
            warmUp(client, stand, calls.removeLast());
            long before = memory(stand);
            console.accept("  opening " + sockets + " websockets …");
            Map<String, List<CallWatcher>> watchers = open(client, stand, calls);
            long after = memory(stand);

            double cpuBefore = processor(stand);
            console.accept("  " + calls.size() + " calls change …");
            List<Long> nanos = cancelled(stand, watchers);
            double cpu = processor(stand) - cpuBefore;

            Latencies latencies = Latencies.ofNanos(nanos);
            double kibibytesEach = (after - before) * 1024.0 / sockets;
            double cpuMillis = cpu / 1e6 / nanos.size();
            results.put(
                    "subscriptions",
                    Map.of(
                            "sockets",
                            sockets,
                            "gateways",
                            gateways,
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
                    "| websockets | over gateways | KiB each | changes told | mean ms | p50 | p95 | p99 | gateways' CPU ms each |");
            console.accept("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
            console.accept(
                    String.format(
                            Locale.ROOT,
                            "| %d | %d | %.0f | %d | %.1f | %.1f | %.1f | %.1f | %.2f |",
                            sockets,
                            gateways,
                            kibibytesEach,
                            nanos.size(),
                            latencies.mean(),
                            latencies.p50(),
                            latencies.p95(),
                            latencies.p99(),
                            cpuMillis));
        }
    }

    /** A gateway that is to serve more than usual is told so, and all operators here are one person. */
    private Map<String, String> settings() {
        int each = Math.ceilDiv(sockets, gateways) + OPENED_TOGETHER;
        return Map.of(
                "SUPPORTERS_GATEWAY_SUBSCRIPTIONS",
                String.valueOf(Math.max(OF_A_GATEWAY, each)),
                "SUPPORTERS_GATEWAY_SOCKETS_PER_PERSON",
                "0");
    }

    /** Those that are followed, and one more to warm up with. */
    private List<String> calls() {
        return new ArrayList<>(
                IntStream.rangeClosed(0, sockets / OF_A_CALL)
                        .mapToObj(number -> Integer.toString(FIRST_CALL + number))
                        .toList());
    }

    /** Of all gateways, in MiB. */
    private static long memory(AppStand stand) {
        return stand.gateways().stream()
                .mapToLong(process -> ResidentMemory.mebibytes(process).orElse(0L))
                .sum();
    }

    private static double processor(AppStand stand) {
        return stand.urls().stream()
                .mapToDouble(url -> new ServiceGauges(url).sum("process_cpu_time_ns_total"))
                .sum();
    }

    private static void warmUp(HttpClient client, AppStand stand, String callId) {
        String token = stand.operator();
        List<CallWatcher> watchers =
                stand.urls().stream()
                        .flatMap(url ->
                                IntStream.range(0, OPENED_TOGETHER)
                                        .mapToObj(ignored ->
                                                CallWatcher.open(client, url, token, callId)))
                        .toList();
        watchers.forEach(watcher -> await(watcher.follows()));
        stand.cancel(callId);
        watchers.forEach(watcher -> await(watcher.cancelled()));
    }

    private static Map<String, List<CallWatcher>> open(
            HttpClient client, AppStand stand, List<String> calls) {
        List<String> urls = stand.urls();
        String operator = stand.operator();
        Map<String, List<CallWatcher>> watchers = new TreeMap<>();
        List<CallWatcher> opening = new ArrayList<>();
        int opened = 0;
        for (String callId : calls) {
            String customer = stand.customer(callId);
            for (int i = 0; i < OF_A_CALL; i++) {
                CallWatcher watcher =
                        CallWatcher.open(
                                client,
                                urls.get(opened % urls.size()),
                                i < OF_ITS_CUSTOMER ? customer : operator,
                                callId);
                watchers.computeIfAbsent(callId, ignored -> new ArrayList<>()).add(watcher);
                opening.add(watcher);
                opened++;
            }
            if (opening.size() >= OPENED_TOGETHER) {
                opening.forEach(one -> await(one.follows()));
                opening.clear();
            }
        }
        opening.forEach(one -> await(one.follows()));
        return watchers;
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
