package dev.supporters.testkit.image;

import dev.supporters.embedded.FreePorts;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A packaged service that runs once next to an embedded broker and store: starts, answers, ends. */
final class Trial implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final int ROUNDS = 20;

    private final Path folder;
    private final Path log;
    private final int port = FreePorts.take();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final Process process;
    private final long begin = System.nanoTime();

    /** Starts it in a folder; what it says goes to a file next to that folder. */
    Trial(Path folder, String logName, List<String> command, String brokers, String storeUrl)
            throws IOException {
        this.folder = folder;
        log = folder.resolveSibling(logName);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.directory(folder.toFile()).redirectOutput(log.toFile());
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

    /** Waits until it serves, and asks it a few things. */
    Started started() throws IOException {
        awaitReady();
        Duration untilReady = Duration.ofNanos(System.nanoTime() - begin);
        Duration processor = process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
        exercise();
        return new Started(untilReady, processor, Started.residentBytes(process.toHandle()));
    }

    /** Ends it in order. */
    void end() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure("did not end within " + PATIENCE.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was interrupted");
        }
    }

    IllegalStateException failure(String what) {
        return new IllegalStateException("the service in " + folder + " " + what + "; see " + log);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        client.close();
    }

    private void awaitReady() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers("/q/health/ready")) {
            if (!process.isAlive()) {
                throw failure("ended with " + process.exitValue());
            }
            if (System.nanoTime() > end) {
                throw failure("was not ready within " + PATIENCE.toSeconds() + " s");
            }
            pause();
        }
    }

    /** Asks over HTTP and gRPC. */
    private void exercise() {
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

    private boolean answers(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(10))
                        .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was interrupted");
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was interrupted");
        }
    }
}
