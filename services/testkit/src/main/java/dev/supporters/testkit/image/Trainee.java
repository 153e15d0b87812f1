package dev.supporters.testkit.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A service that runs once, so that its JVM records an AOT cache when it ends. */
final class Trainee {

    private static final String CACHE = "app.aot";

    /** As the image has it in a pod of the chart's usual size. */
    private static final List<String> IN_THE_IMAGE = List.of("-XX:+UseSerialGC", "-Xmx230m");

    private final Path application;
    private final JavaRuntime runtime;
    private final List<String> options;
    private final Surroundings surroundings;

    Trainee(
            Path application,
            JavaRuntime runtime,
            List<String> options,
            Surroundings surroundings) {
        this.application = application;
        this.runtime = runtime;
        this.options = options;
        this.surroundings = surroundings;
    }

    /** Lets it record its cache. */
    Path train() throws IOException {
        Path cache = application.resolve(CACHE);
        Files.deleteIfExists(cache);
        try (Trial trial = start("training.log", "-XX:AOTCacheOutput=" + CACHE)) {
            trial.started();
            trial.end();
            if (!Files.exists(cache)) {
                throw trial.failure("left no AOT cache");
            }
        }
        return cache;
    }

    /** Starts it with the cache; a JVM that refuses it ends. */
    Started withCache() throws IOException {
        return tried("trained.log", "-XX:AOTMode=on", "-XX:AOTCache=" + CACHE);
    }

    Started withoutCache() throws IOException {
        return tried("untrained.log", "-XX:AOTMode=off");
    }

    private Started tried(String log, String... cacheOptions) throws IOException {
        List<String> all = new ArrayList<>(List.of(cacheOptions));
        all.addAll(IN_THE_IMAGE);
        try (Trial trial = start(log, all.toArray(String[]::new))) {
            Started started = trial.started();
            trial.end();
            return started;
        }
    }

    /** In its own folder, as the image does: the cache remembers the class path as it was given. */
    private Trial start(String log, String... cacheOptions) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(runtime.java().toString());
        command.addAll(List.of(cacheOptions));
        command.addAll(options);
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        return surroundings.start(application, log, command);
    }
}
