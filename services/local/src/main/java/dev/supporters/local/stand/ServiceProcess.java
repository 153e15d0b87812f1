package dev.supporters.local.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A service as a process; one that dies is started again, as Kubernetes would. */
final class ServiceProcess {

    private static final Duration PAUSE_BEFORE_RESTART = Duration.ofMillis(300);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(12);

    private final ServiceSpec spec;
    private final int port;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final AtomicInteger restarts = new AtomicInteger();
    private volatile Process process;
    private volatile boolean stopping;

    ServiceProcess(
            ServiceSpec spec,
            int port,
            List<String> command,
            Map<String, String> environment,
            Path log) {
        this.spec = spec;
        this.port = port;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.log = log;
    }

    ServiceSpec spec() {
        return spec;
    }

    Path log() {
        return log;
    }

    int restarts() {
        return restarts.get();
    }

    long pid() {
        return process.pid();
    }

    synchronized void start() {
        if (stopping) {
            return;
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("service " + spec.name() + " could not be started", e);
        }
        process.onExit().thenRun(this::restart);
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Whether it says that it is ready to serve. */
    boolean ready(HttpClient client) {
        return Door.open(client, "http://127.0.0.1:" + port + "/q/health/ready");
    }

    /** Asks it to end. */
    void beginStop() {
        Process running;
        synchronized (this) {
            stopping = true;
            running = process;
        }
        if (running != null) {
            running.destroy();
        }
    }

    /** Waits until it has ended; one that does not is killed. */
    void awaitStop() {
        try {
            if (process != null
                    && !process.waitFor(PATIENCE_AT_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void restart() {
        try {
            Thread.sleep(PAUSE_BEFORE_RESTART);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (!stopping) {
            restarts.incrementAndGet();
            start();
        }
    }
}
