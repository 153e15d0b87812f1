package dev.supporters.local.stand;

import dev.supporters.embedded.DevelopmentIssuer;
import dev.supporters.embedded.EmbeddedBroker;
import dev.supporters.embedded.EmbeddedStore;
import dev.supporters.embedded.StoreArchive;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.time.AnchorFile;
import dev.supporters.platform.time.RateClock;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The running system: broker, store and issuer in this process, every service in one of its own. */
public final class Stand implements AutoCloseable {

    private static final Duration PATIENCE_AT_START = Duration.ofMinutes(5);
    private static final Duration PAUSE_BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final int PARTITIONS = 4;

    private final StandConfig config;
    private final Consumer<String> progress;
    private final Secrets secrets = Secrets.random();
    private final List<ServiceProcess> processes = new ArrayList<>();
    private final RateClock clock;
    private EmbeddedBroker broker;
    private EmbeddedStore store;
    private DevelopmentIssuer issuer;
    private Optional<ZipkinProcess> zipkin = Optional.empty();
    private boolean closed;

    public Stand(StandConfig config, Consumer<String> progress) {
        this.config = config;
        this.progress = progress;
        clock =
                new RateClock(
                        Instant::now,
                        config.rate(),
                        new AnchorFile(config.folder().anchor()),
                        config.origin(),
                        config.realtimeAfter());
    }

    /** Starts everything and returns when all is ready; the clock stands still until {@link #startClock()}. */
    public void start() {
        long begin = System.nanoTime();
        config.unbuilt()
                .ifPresent(line -> {
                    throw new IllegalStateException(line);
                });
        broker = EmbeddedBroker.start(config.folder().broker(), config.ports().broker());
        broker.createTopics(Topics.ALL, PARTITIONS, Topics.COMPACTED);
        progress.accept(line("broker", broker.bootstrapServers(), begin));
        store = EmbeddedStore.start(config.ports().store());
        if (Files.exists(config.folder().store())) {
            StoreArchive.restore(store.connectionString(), config.folder().store());
        }
        progress.accept(line("store", store.connectionString(), begin));
        issuer = DevelopmentIssuer.start(config.ports().issuer());
        startZipkin();
        for (ServiceSpec spec : config.services()) {
            ServiceProcess process =
                    new ServiceProcess(
                            spec,
                            config.ports().of(spec),
                            config.command(spec),
                            config.environment(
                                    spec,
                                    secrets,
                                    broker.bootstrapServers(),
                                    store.connectionString()),
                            config.folder().log(spec.name()));
            processes.add(process);
            process.start();
        }
        Leftovers.note(
                config.folder().processes(),
                Stream.concat(
                                zipkin.stream().map(ZipkinProcess::pid),
                                processes.stream().map(ServiceProcess::pid))
                        .toList());
        awaitReady(begin);
        awaitZipkin(begin);
    }

    /** Ends what a stand left running that was killed. */
    public void endLeftovers() {
        Leftovers.end(config.folder().processes());
    }

    /** Lets the clock run; all processes see the same. */
    public void startClock() {
        StandFolder.write(config.folder().anchor(), Instant.now().plusMillis(500) + "\n");
    }

    public RateClock clock() {
        return clock;
    }

    public DevelopmentIssuer issuer() {
        return issuer;
    }

    public Secrets secrets() {
        return secrets;
    }

    public String brokers() {
        return broker.bootstrapServers();
    }

    public Ports ports() {
        return config.ports();
    }

    public String url(ServiceSpec spec) {
        return "http://127.0.0.1:" + config.ports().of(spec);
    }

    /** The Zipkin server that the stand runs, if it was asked for. */
    public Optional<String> zipkin() {
        return zipkin.map(ZipkinProcess::url);
    }

    /** How often each service had to be started again; only those that had. */
    public Map<String, Integer> restarts() {
        return processes.stream()
                .filter(process -> process.restarts() > 0)
                .collect(
                        Collectors.toMap(
                                process -> process.spec().name(),
                                ServiceProcess::restarts,
                                (a, b) -> a,
                                LinkedHashMap::new));
    }

    /** Ends every process, and keeps what the store holds. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        processes.forEach(ServiceProcess::beginStop);
        processes.forEach(ServiceProcess::awaitStop);
        zipkin.ifPresent(ZipkinProcess::stop);
        if (store != null) {
            StoreArchive.dump(store.connectionString(), config.folder().store());
            store.close();
        }
        if (issuer != null) {
            issuer.close();
        }
        if (broker != null) {
            broker.close();
        }
        Leftovers.forget(config.folder().processes());
    }

    private void awaitReady(long begin) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
        List<ServiceProcess> waiting = new ArrayList<>(processes);
        while (!waiting.isEmpty()) {
            for (ServiceProcess process : List.copyOf(waiting)) {
                if (process.ready(client)) {
                    waiting.remove(process);
                    progress.accept(line(process.spec().name(), url(process.spec()), begin));
                } else if (process.restarts() > 2) {
                    throw new IllegalStateException(
                            process.spec().name() + " does not start; see " + process.log());
                }
            }
            if (System.nanoTime() - begin > PATIENCE_AT_START.toNanos()) {
                throw new IllegalStateException(
                        waiting.getFirst().spec().name()
                                + " did not become ready within "
                                + PATIENCE_AT_START.toSeconds()
                                + " s; see "
                                + waiting.getFirst().log());
            }
            pause();
        }
    }

    private void startZipkin() {
        if (config.spans() instanceof Spans.OwnZipkin) {
            zipkin =
                    Optional.of(
                            ZipkinProcess.start(
                                    config.root(), config.ports(), config.folder().log("zipkin")));
        }
    }

    /** Waits for it, unless it has ended: what it is for is to look at the rest. */
    private void awaitZipkin(long begin) {
        if (zipkin.isEmpty()) {
            return;
        }
        ZipkinProcess process = zipkin.get();
        HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
        while (!process.ready(client)) {
            if (!process.alive()) {
                throw new IllegalStateException(
                        "Zipkin does not start; see " + config.folder().log("zipkin"));
            }
            pause();
        }
        progress.accept(line("zipkin", process.url(), begin));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the stand was starting", e);
        }
    }

    private static String line(String part, String where, long begin) {
        return "  %-11s ready  %-28s %5.1f s"
                .formatted(part, where, (System.nanoTime() - begin) / 1e9);
    }
}
