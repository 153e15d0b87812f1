package dev.supporters.stand;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the services as processes, in the order in which they were added, and notes which processes these are. */
final class ServiceSupervisor implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration PAUSE_BETWEEN_PROBES = Duration.ofMillis(100);
    private static final int RESTARTS_AT_START = 2;

    private final Map<String, ServiceProcess> processes = new LinkedHashMap<>();
    private final HealthProbe probe = new HealthProbe();
    private final Path notes;
    private final Duration longestStop;
    private Optional<Long> companion = Optional.empty();
    private boolean closed;

    /**
     * Without services.
     *
     * @param notes where the processes are noted, so that a later stand can end those of one that was killed
     * @param longestStop after that a process that was asked to end is killed
     */
    ServiceSupervisor(Path notes, Duration longestStop) {
        this.notes = notes;
        this.longestStop = longestStop;
    }

    /** A process that another class runs, to be noted, too. */
    synchronized void note(long pid) {
        companion = Optional.of(pid);
        writeNotes();
    }

    /** Starts a service; does nothing once this is closed. */
    synchronized void start(
            ServiceSpec spec,
            int port,
            List<String> command,
            Map<String, String> environment,
            Path log) {
        if (closed) {
            return;
        }
        ServiceProcess process =
                new ServiceProcess(spec, port, command, environment, log, this::writeNotes);
        processes.put(spec.name(), process);
        process.start();
    }

    /** Starts a service that was stopped. */
    synchronized void start(ServiceSpec spec) {
        if (!closed) {
            process(spec).start();
        }
    }

    void kill(ServiceSpec spec) {
        process(spec).kill();
    }

    void stop(ServiceSpec spec) {
        ServiceProcess process = process(spec);
        process.beginStop();
        process.awaitStop(longestStop);
    }

    boolean alive(ServiceSpec spec) {
        return process(spec).alive();
    }

    /** The processes that run now, by the service's name. */
    Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        all().forEach(process ->
                process.pid().ifPresent(pid -> pids.put(process.spec().name(), pid)));
        return pids;
    }

    /** How often each service was started again because it had died; only those that were. */
    Map<String, Integer> restarts() {
        return all().stream()
                .filter(process -> process.restarts() > 0)
                .collect(
                        Collectors.toMap(
                                process -> process.spec().name(),
                                ServiceProcess::restarts,
                                (a, b) -> a,
                                LinkedHashMap::new));
    }

    /** Waits until these services are ready, and tells of each one that is. */
    void awaitReady(List<ServiceSpec> specs, Consumer<ServiceSpec> ready) {
        await(specs, process -> process.ready(probe), ready);
    }

    /** Waits until these services run, whether they are ready or not. */
    void awaitAnswers(List<ServiceSpec> specs) {
        await(specs, process -> process.answers(probe), spec -> {});
    }

    private void await(
            List<ServiceSpec> specs,
            Predicate<ServiceProcess> condition,
            Consumer<ServiceSpec> holds) {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        Map<ServiceProcess, Integer> restarts = new LinkedHashMap<>();
        specs.forEach(spec -> restarts.put(process(spec), process(spec).restarts()));
        List<ServiceProcess> waiting = new ArrayList<>(restarts.keySet());
        while (!waiting.isEmpty()) {
            for (ServiceProcess process : List.copyOf(waiting)) {
                if (condition.test(process)) {
                    waiting.remove(process);
                    holds.accept(process.spec());
                } else if (process.restarts() - restarts.get(process) > RESTARTS_AT_START) {
                    throw new IllegalStateException(
                            process.spec().name() + " does not start; see " + process.log());
                }
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        waiting.getFirst().spec().name()
                                + " did not become ready within "
                                + LONGEST_START.toSeconds()
                                + " s; see "
                                + waiting.getFirst().log());
            }
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE_BETWEEN_PROBES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the stand was starting", e);
        }
    }

    /** Ends all services, and waits until they have ended. */
    @Override
    public void close() {
        Collection<ServiceProcess> all;
        synchronized (this) {
            closed = true;
            all = all();
        }
        all.forEach(ServiceProcess::beginStop);
        all.forEach(process -> process.awaitStop(longestStop));
    }

    private synchronized List<ServiceProcess> all() {
        return List.copyOf(processes.values());
    }

    private synchronized ServiceProcess process(ServiceSpec spec) {
        return Optional.ofNullable(processes.get(spec.name()))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "service: "
                                        + spec.name()
                                        + " (expected: one of "
                                        + processes.keySet()
                                        + ")"));
    }

    private synchronized void writeNotes() {
        if (closed) {
            return;
        }
        LeftoverProcesses.note(
                notes,
                Stream.concat(
                                companion.stream(),
                                processes.values().stream()
                                        .map(ServiceProcess::pid)
                                        .flatMap(Optional::stream))
                        .toList());
    }
}
