package dev.supporters.testkit.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A service that runs once, so that its JVM records an AOT cache when it ends. */
final class Trainee {

    private static final String CACHE = "app.aot";

    private final Path application;
    private final List<String> command = new ArrayList<>();

    Trainee(Path application, JavaRuntime runtime, List<String> options) {
        this.application = application;
        command.add(runtime.java().toString());
        command.add("-XX:AOTCacheOutput=" + CACHE);
        command.addAll(options);
        command.addAll(List.of("-jar", "quarkus-run.jar"));
    }

    /** Runs it in its own folder, as the image does: the cache remembers the class path as it was given. */
    Path train(Surroundings surroundings) throws IOException {
        Path cache = application.resolve(CACHE);
        Files.deleteIfExists(cache);
        try (Trial trial = surroundings.start(application, "training.log", command)) {
            trial.awaitReady();
            trial.exercise();
            trial.end();
            if (!Files.exists(cache)) {
                throw trial.failure("left no AOT cache");
            }
        }
        return cache;
    }
}
