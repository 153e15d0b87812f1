package dev.supporters.stand;

import dev.supporters.embedded.DevelopmentIssuer;
import dev.supporters.embedded.EmbeddedBroker;
import dev.supporters.embedded.EmbeddedStore;
import dev.supporters.embedded.FreePorts;
import dev.supporters.embedded.StoreArchive;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.time.AnchorFile;
import dev.supporters.platform.time.RateClock;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The running system: broker, store and issuer in this process, every service in one of its own. */
public final class Stand implements AutoCloseable {

    private static final int PARTITIONS = 4;
    private static final int SECOND = 2;
    private static final Duration LEAST_SLEEP = Duration.ofMillis(1);

    private final StandConfig config;
    private final Consumer<String> progress;
    private final StandSecrets secrets = StandSecrets.random();
    private final ServiceSupervisor services;
    private final RateClock clock;
    private final Map<String, List<String>> urls = new ConcurrentHashMap<>();
    private EmbeddedBroker broker;
    private EmbeddedStore store;
    private DevelopmentIssuer issuer;
    private Optional<ZipkinProcess> zipkin = Optional.empty();
    private boolean closed;

    public Stand(StandConfig config, Consumer<String> progress) {
        this.config = config;
        this.progress = progress;
        services = new ServiceSupervisor(config.folder().processes(), config.jvm().longestStop());
        clock =
                new RateClock(
                        Instant::now,
                        config.rate(),
                        new AnchorFile(config.folder().anchor()),
                        config.origin(),
                        config.realtimeAfter());
    }

    /** Starts everything and returns when all is ready; the clock does not run until {@link #startClock()}. */
    public void start() {
        start(names -> {});
    }

    /** The same; tells at first, and whenever a service has become ready, which ones are still awaited. */
    public void start(Consumer<List<String>> awaited) {
        long begin = System.nanoTime();
        config.unbuilt()
                .ifPresent(line -> {
                    throw new IllegalStateException(line);
                });
        broker = EmbeddedBroker.start(config.folder().broker(), config.ports().broker());
        if (!config.topicsLate()) {
            createTopics();
        }
        store = EmbeddedStore.start(config.ports().store());
        if (Files.exists(config.folder().store())) {
            StoreArchive.restore(store.connectionString(), config.folder().store());
        }
        issuer = DevelopmentIssuer.start(config.ports().issuer());
        if (config.spans() instanceof SpanExport.OwnZipkin own) {
            zipkin =
                    Optional.of(
                            ZipkinProcess.start(
                                    config.root(),
                                    own.server(),
                                    config.ports(),
                                    config.folder().log("zipkin")));
            services.note(zipkin.get().pid());
        }
        config.services().forEach(this::startProcess);
        config.functions()
                .forEach(function ->
                        startBeside(
                                function.process(),
                                FreePorts.take(),
                                function.service(),
                                function.alone()));
        if (config.topicsLate()) {
            services.awaitAnswers(config.services());
            createTopics();
        }
        awaitServices(awaited);
        zipkin.ifPresent(process -> process.awaitReady(new HealthProbe()));
        progress.accept(
                "ready: "
                        + config.services().size()
                        + (config.services().size() == 1 ? " service in " : " services in ")
                        + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)
                        + " s");
    }

    private void createTopics() {
        broker.createTopics(Topics.ALL, PARTITIONS, Topics.COMPACTED);
    }

    private void awaitServices(Consumer<List<String>> awaited) {
        List<String> names =
                awaitedProcesses().stream()
                        .map(ServiceSpec::name)
                        .collect(Collectors.toCollection(ArrayList::new));
        zipkin.ifPresent(process -> names.add("zipkin"));
        awaited.accept(List.copyOf(names));
        services.awaitReady(
                awaitedProcesses(),
                spec -> {
                    names.remove(spec.name());
                    awaited.accept(List.copyOf(names));
                });
    }

    private List<ServiceSpec> awaitedProcesses() {
        return Stream.concat(
                        config.services().stream(),
                        config.functions().stream().map(FunctionSpec::process))
                .toList();
    }

    private void startProcess(ServiceSpec spec) {
        started(spec, config.ports().of(spec));
        services.start(
                spec,
                config.ports().of(spec),
                config.command(spec),
                config.environment(
                        spec, secrets, broker.bootstrapServers(), store.connectionString()),
                config.folder().log(spec.name()));
    }

    /** Ends a service as a crash would (SIGKILL); the stand starts it again a little later, as Kubernetes would do. */
    public void kill(ServiceSpec service) {
        services.kill(service);
    }

    /** Ends a service in order, and waits for it; it stays down until it is started. */
    public void stop(ServiceSpec service) {
        services.stop(service);
    }

    /** Starts a service that was stopped; see {@link #awaitReady(ServiceSpec)}. */
    public void start(ServiceSpec service) {
        services.start(service);
    }

    /** Ends a service in order, starts it again, and returns when it is ready. */
    public void restart(ServiceSpec service) {
        services.stop(service);
        services.start(service);
        awaitReady(service);
    }

    /** Returns when a service is ready to serve. */
    public void awaitReady(ServiceSpec service) {
        services.awaitReady(List.of(service), spec -> {});
    }

    /**
     * Starts a second process of a service beside the first, at a port that nobody is told; it ends with the stand.
     *
     * @return by which it is stopped and awaited
     */
    public ServiceSpec startSecond(ServiceSpec service) {
        return startAnother(service, SECOND);
    }

    /**
     * Starts one more process of a service beside the others; it ends with the stand.
     *
     * @param number which one it is, from 2 on; it is called by the service's name and that
     * @return the process, with its port
     */
    public ServiceSpec startAnother(ServiceSpec service, int number) {
        ServiceSpec another =
                new ServiceSpec(numbered(service, number), FreePorts.take(), service.heap());
        startBeside(another, another.port(), service, Map.of());
        return another;
    }

    /** A process of a service, at a port that nobody is told, with variables of its own. */
    private void startBeside(
            ServiceSpec process, int port, ServiceSpec service, Map<String, String> variables) {
        Map<String, String> environment =
                new HashMap<>(
                        config.environment(
                                service,
                                secrets,
                                broker.bootstrapServers(),
                                store.connectionString()));
        config.functions().stream()
                .filter(function -> function.process().equals(process))
                .forEach(function -> function.without().keySet().forEach(environment::remove));
        environment.putAll(variables);
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        started(service, port);
        services.start(
                process,
                port,
                config.command(service),
                environment,
                config.folder().log(process.name()));
    }

    private void started(ServiceSpec service, int port) {
        urls.computeIfAbsent(service.name(), name -> new CopyOnWriteArrayList<>())
                .add("http://127.0.0.1:" + port);
    }

    /** Where every process that was started answers, by its service's name: also those whose ports nobody is told. */
    public Map<String, List<String>> urls() {
        return Map.copyOf(urls);
    }

    /** Ends the second process of a service as a crash would; the stand starts it again a little later. */
    public void killSecond(ServiceSpec service) {
        services.kill(secondOf(service));
    }

    private static ServiceSpec secondOf(ServiceSpec service) {
        return new ServiceSpec(numbered(service, SECOND), service.port(), service.heap());
    }

    private static String numbered(ServiceSpec service, int number) {
        return service.name() + "-" + number;
    }

    /** Ends the broker; its log stays. */
    public void stopBroker() {
        broker.stop();
    }

    /** Starts the broker again, at the same port. */
    public void startBroker() {
        broker.startAgain();
    }

    public boolean alive(ServiceSpec service) {
        return services.alive(service);
    }

    /** Ends the processes that an earlier stand left running because it was killed. */
    public void endLeftovers() {
        LeftoverProcesses.end(config.folder().processes());
    }

    /** Lets the clock run; all processes see the same. */
    public void startClock() {
        StandFolder.write(config.folder().anchor(), Instant.now().plusMillis(500) + "\n");
    }

    public RateClock clock() {
        return clock;
    }

    /** Waits until the clock shows this time; not at all if it is over. */
    public void awaitTime(Instant time) throws InterruptedException {
        for (Duration left = realTimeUntil(time); left.isPositive(); left = realTimeUntil(time)) {
            Thread.sleep(left.compareTo(LEAST_SLEEP) > 0 ? left : LEAST_SLEEP);
        }
    }

    private Duration realTimeUntil(Instant time) {
        long nanos = Duration.between(clock.instant(), time).toNanos();
        return Duration.ofNanos((long) (nanos / config.rate()));
    }

    public DevelopmentIssuer issuer() {
        return issuer;
    }

    public StandSecrets secrets() {
        return secrets;
    }

    public String brokers() {
        return broker.bootstrapServers();
    }

    public StandPorts ports() {
        return config.ports();
    }

    public String url(ServiceSpec spec) {
        return "http://127.0.0.1:" + config.ports().of(spec);
    }

    /** The address of the Zipkin server that the stand runs, if it was asked for. */
    public Optional<String> zipkin() {
        return zipkin.map(ZipkinProcess::url);
    }

    /** The services' processes that run now, by name. */
    public Map<String, Long> pids() {
        return services.pids();
    }

    /** How often each service was started again because it had died; only those that were. */
    public Map<String, Integer> restarts() {
        return services.restarts();
    }

    /** Ends every process, and keeps the contents of the store. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        services.close();
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
        LeftoverProcesses.forget(config.folder().processes());
    }
}
