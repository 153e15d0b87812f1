package dev.supporters.local.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The Zipkin server, as a process of the stand. */
final class ZipkinProcess {

    private static final int HEAP = 320;
    private static final String MOST_SPANS = "150000";
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);

    private final String url;
    private final Process process;

    private ZipkinProcess(String url, Process process) {
        this.url = url;
        this.process = process;
    }

    static String url(Ports ports) {
        return "http://127.0.0.1:" + ports.zipkin();
    }

    static ZipkinProcess start(Path root, Ports ports, Path log) {
        Path server = root.resolve("services/local/target/zipkin/zipkin-server.jar");
        if (!Files.exists(server)) {
            throw new IllegalStateException(
                    "the Zipkin server is not there (expected: ./mvnw -Plocal -Dzipkin fetches it)");
        }
        List<String> command = new ArrayList<>(StandConfig.java(server, HEAP, Jvm.SOON_WARM));
        command.add("--armeria.ports[0].address=127.0.0.1");
        command.add("--armeria.ports[0].port=" + ports.zipkin());
        command.add("--armeria.ports[0].protocols[0]=http");
        command.removeIf(argument -> argument.startsWith("-Djava.util.logging.manager="));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("MEM_MAX_SPANS", MOST_SPANS);
        builder.environment().remove("KAFKA_BOOTSTRAP_SERVERS"); // it would take spans from there
        try {
            return new ZipkinProcess(url(ports), builder.start());
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

    boolean alive() {
        return process.isAlive();
    }

    boolean ready(HttpClient client) {
        return Door.open(client, url + "/health");
    }

    /** Ends it, and waits until it has ended. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_AT_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
