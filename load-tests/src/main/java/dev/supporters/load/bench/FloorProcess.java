package dev.supporters.load.bench;

import dev.supporters.proto.routing.v1.RouteRequest;
import dev.supporters.proto.routing.v1.RoutingServiceGrpc.RoutingServiceBlockingStub;
import dev.supporters.stand.JvmProfile;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.StandConfig;

import io.grpc.StatusRuntimeException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The floor as a process, with the flags and pools that the services have. */
final class FloorProcess implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final int LONGEST_STOP_SECONDS = 10;

    private final Path root;
    private final Path application;
    private final Map<String, String> environment;
    private final Path log;
    private Optional<Process> process = Optional.empty();

    FloorProcess(Path root, int port, String storeUrl, Path log) {
        this.root = root;
        this.log = log;
        application = root.resolve("load-tests/floor/target/quarkus-app/quarkus-run.jar");
        environment =
                Map.of(
                        "QUARKUS_HTTP_PORT",
                        String.valueOf(port),
                        "QUARKUS_MONGODB_CONNECTION_STRING",
                        storeUrl,
                        "QUARKUS_VERTX_WORKER_POOL_SIZE",
                        "16",
                        "QUARKUS_VERTX_EVENT_LOOPS_POOL_SIZE",
                        "2");
    }

    synchronized void start() {
        if (!Files.exists(application)) {
            throw new IllegalStateException(
                    "the floor is not built (expected: ./mvnw -Pload-tests builds it)");
        }
        ProcessBuilder builder =
                new ProcessBuilder(
                                StandConfig.java(
                                        root,
                                        application,
                                        ServiceSpec.SMALL_HEAP,
                                        JvmProfile.AS_IN_PRODUCTION))
                        .redirectErrorStream(true);
        builder.redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            process = Optional.of(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("the floor could not be started", e);
        }
    }

    synchronized Optional<Long> pid() {
        return process.filter(Process::isAlive).map(Process::pid);
    }

    void awaitReady(RoutingServiceBlockingStub stub) throws InterruptedException {
        if (!Await.untilTrue(LONGEST_WAIT, () -> answers(stub))) {
            throw new IllegalStateException("the floor does not answer; see " + log);
        }
    }

    @Override
    public synchronized void close() {
        process.ifPresent(FloorProcess::stop);
    }

    private static boolean answers(RoutingServiceBlockingStub stub) {
        try {
            return stub.withDeadlineAfter(1, TimeUnit.SECONDS)
                    .route(RouteRequest.getDefaultInstance())
                    .hasDecision();
        } catch (StatusRuntimeException e) {
            return false;
        }
    }

    private static void stop(Process running) {
        running.destroy();
        try {
            if (!running.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
