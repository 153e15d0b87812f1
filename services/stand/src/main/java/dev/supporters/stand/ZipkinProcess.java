package dev.supporters.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;

/** The Zipkin server, as a process of the stand. */
final class ZipkinProcess {

    private static final int HEAP = 320;
    private static final String MOST_SPANS = "150000";
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final String url;
    private final Path log;
    private final Process process;

    private ZipkinProcess(String url, Path log, Process process) {
        this.url = url;
        this.log = log;
        this.process = process;
    }

    static String url(StandPorts ports) {
        return "http://127.0.0.1:" + ports.zipkin();
    }

    static ZipkinProcess start(Path root, Path server, StandPorts ports, Path log) {
        if (!Files.exists(server)) {
            throw new IllegalStateException(
                    "the Zipkin server is not there (expected: ./mvnw -Plocal -Dzipkin fetches it)");
        }
        List<String> command =
                new ArrayList<>(StandConfig.java(root, server, HEAP, JvmProfile.SOON_WARM));
        // it has its own logging, not that of the shared flags; the last one counts
        command.add(
                command.indexOf("-jar"),
                "-Djava.util.logging.manager=" + LogManager.class.getName());
        command.add("--armeria.ports[0].address=127.0.0.1");
        command.add("--armeria.ports[0].port=" + ports.zipkin());
        command.add("--armeria.ports[0].protocols[0]=http");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("MEM_MAX_SPANS", MOST_SPANS);
        builder.environment().remove("KAFKA_BOOTSTRAP_SERVERS"); // it would take spans from there
        try {
            return new ZipkinProcess(url(ports), log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("the Zipkin server could not be started", e);
        }
    }

    long pid() {
        return process.pid();
    }

    String url() {
        return url;
    }

    /** Waits until it is ready, unless it has ended. */
    void awaitReady(HealthProbe probe) {
        while (!probe.ready(url + "/health")) {
            if (!process.isAlive()) {
                throw new IllegalStateException("Zipkin does not start; see " + log);
            }
            ServiceSupervisor.pause();
        }
    }

    /** Ends it, and waits until it has ended. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
