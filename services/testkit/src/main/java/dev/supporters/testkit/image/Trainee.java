package dev.supporters.testkit.image;

import dev.supporters.embedded.EmbeddedBroker;
import dev.supporters.testkit.Embedded;

import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse.ServingStatus;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A service that runs once, so that its JVM records an AOT cache when it ends. */
final class Trainee {

    private static final String CACHE = "app.aot";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int ROUNDS = 20;

    private final Path application;
    private final Path log;
    private final List<String> command = new ArrayList<>();
    private final int port = EmbeddedBroker.freePort();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private Process process;

    Trainee(Path application, JavaRuntime runtime, List<String> options) {
        this.application = application;
        log = application.resolveSibling("training.log");
        command.add(runtime.java().toString());
        command.add("-XX:AOTCacheOutput=" + CACHE);
        command.addAll(options);
        command.addAll(List.of("-jar", "quarkus-run.jar"));
    }

    /** Starts it in its own folder, as the image does: the cache remembers the class path as it was given. */
    void start(String brokers, String storeUrl) throws IOException {
        Files.deleteIfExists(application.resolve(CACHE));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.directory(application.toFile()).redirectOutput(log.toFile());
        var environment = builder.environment();
        environment.remove("JAVA_TOOL_OPTIONS");
        environment.remove("JDK_JAVA_OPTIONS");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", brokers);
        environment.put("QUARKUS_MONGODB_CONNECTION_STRING", storeUrl);
        environment.put("SUPPORTERS_SERVICE_TOKEN", Embedded.SERVICE_TOKEN);
        environment.put("SUPPORTERS_LEGACY_TOKEN", Embedded.LEGACY_TOKEN);
        environment.put("QUARKUS_OTEL_TRACES_SAMPLER_ARG", "0"); // nobody collects traces here
        process = builder.start();
    }

    /** Waits until it serves, asks it a few things, ends it, and waits for the cache. */
    Path finish() throws IOException {
        try {
            awaitReady();
            exercise();
            process.destroy();
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure("did not end within " + PATIENCE.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was interrupted");
        } finally {
            process.destroyForcibly();
        }
        Path cache = application.resolve(CACHE);
        if (!Files.exists(cache)) {
            throw failure("left no AOT cache");
        }
        return cache;
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers("/q/health/ready")) {
            if (!process.isAlive()) {
                throw failure("ended with " + process.exitValue());
            }
            if (System.nanoTime() > end) {
                throw failure("was not ready within " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(PAUSE);
        }
    }

    private void exercise() throws InterruptedException {
        ManagedChannel channel =
                ManagedChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
        try {
            for (int i = 0; i < ROUNDS; i++) {
                if (!answers("/q/health") || !answers("/q/metrics")) {
                    throw failure("was ready, and does not answer");
                }
                askHealth(channel);
            }
        } finally {
            channel.shutdownNow();
        }
    }

    private void askHealth(ManagedChannel channel) {
        try {
            var answer =
                    HealthGrpc.newBlockingStub(channel)
                            .withDeadlineAfter(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                            .check(HealthCheckRequest.getDefaultInstance());
            if (answer.getStatus() != ServingStatus.SERVING) {
                throw failure("is ready over HTTP and " + answer.getStatus() + " over gRPC");
            }
        } catch (StatusRuntimeException e) {
            // some services speak HTTP only
            if (e.getStatus().getCode() != Status.Code.UNIMPLEMENTED) {
                throw e;
            }
        }
    }

    private boolean answers(String path) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(10))
                        .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private IllegalStateException failure(String what) {
        return new IllegalStateException(
                "the service in " + application + " " + what + " in its training; see " + log);
    }
}
