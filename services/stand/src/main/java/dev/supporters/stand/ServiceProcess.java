package dev.supporters.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A service as a process. One that dies is started again, as Kubernetes would do; one that was stopped stays down. */
final class ServiceProcess {

    private static final Duration PAUSE_BEFORE_RESTART = Duration.ofMillis(300);

    private final ServiceSpec spec;
    private final int port;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final Runnable started;
    private final AtomicInteger restarts = new AtomicInteger();
    private Optional<Process> process = Optional.empty();
    private boolean stopped = true;

    /**
     * A process that does not run yet.
     *
     * @param started runs after each start, the first one and every other
     */
    ServiceProcess(
            ServiceSpec spec,
            int port,
            List<String> command,
            Map<String, String> environment,
            Path log,
            Runnable started) {
        this.spec = spec;
        this.port = port;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.started = started;
    }

    ServiceSpec spec() {
        return spec;
    }

    Path log() {
        return log;
    }

    /** How often it was started again because it had died. */
    int restarts() {
        return restarts.get();
    }

    synchronized Optional<Long> pid() {
        return process.filter(Process::isAlive).map(Process::pid);
    }

    synchronized boolean alive() {
        return process.filter(Process::isAlive).isPresent();
    }

    /** Whether it says that it is ready to serve. */
    boolean ready(HealthProbe probe) {
        return alive() && probe.ready(readiness());
    }

    /** Whether it says whether it is ready. */
    boolean answers(HealthProbe probe) {
        return alive() && probe.answers(readiness());
    }

    private String readiness() {
        return "http://127.0.0.1:" + port + "/q/health/ready";
    }

    /** Does nothing if it runs. */
    void start() {
        synchronized (this) {
            stopped = false;
            if (alive()) {
                return;
            }
            process = Optional.of(launched());
        }
        started.run();
    }

    /** Ends it as a crash would, and returns when it has ended; it is started again a little later. */
    void kill() {
        running()
                .ifPresent(running -> {
                    running.destroyForcibly();
                    running.onExit().join();
                });
    }

    /** Asks it to end; it stays down until it is started. */
    void beginStop() {
        synchronized (this) {
            stopped = true;
        }
        running().ifPresent(Process::destroy);
    }

    /** Waits until it has ended; one that does not is killed. */
    void awaitStop(Duration longest) {
        Optional<Process> running = running();
        try {
            if (running.isPresent()
                    && !running.get().waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                running.get().destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            running.ifPresent(Process::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Optional<Process> running() {
        return process;
    }

    private Process launched() {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Process launched = builder.start();
            var _ =
                    launched.onExit()
                            .thenRunAsync(() -> startAgain(launched), Thread::startVirtualThread);
            return launched;
        } catch (IOException e) {
            throw new UncheckedIOException("service " + spec.name() + " could not be started", e);
        }
    }

    private void startAgain(Process ended) {
        try {
            Thread.sleep(PAUSE_BEFORE_RESTART);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        synchronized (this) {
            // the end of an earlier process says nothing about the present one
            boolean current = process.filter(ended::equals).isPresent();
            if (stopped || !current) {
                return;
            }
            restarts.incrementAndGet();
            process = Optional.of(launched());
        }
        started.run();
    }
}
