package dev.supporters.testkit.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes what the JVM image of a service contains in addition to its program: a Java runtime, and an AOT cache that this runtime has recorded
 * while the service started, answered and ended once, with an embedded broker and store. Then starts it with the cache, which fails
 * if the JVM refuses it, and without, and prints both.
 */
public final class TrainingRun {

    private TrainingRun() {}

    /**
     * Trains a service.
     *
     * @param arguments the folder of the packaged service; the folder of the runtime, made if it is missing; the runtime's modules,
     *     separated by commas; the time of change that the image gives to all files; the options that the image gives to the JVM
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 4) {
            throw new IllegalArgumentException(
                    "arguments: "
                            + List.of(arguments)
                            + " (expected: application, runtime, modules, time, options…)");
        }
        Path application = Path.of(arguments[0]).toAbsolutePath();
        JavaRuntime runtime = JavaRuntime.in(Path.of(arguments[1]), arguments[2]);
        long begin = System.nanoTime();
        setTimes(application, Instant.parse(arguments[3]));
        try (Surroundings surroundings = new Surroundings()) {
            Trainee trainee =
                    new Trainee(
                            application,
                            runtime,
                            List.of(arguments).subList(4, arguments.length),
                            surroundings);
            Path cache = trainee.train();
            System.out.printf(
                    "AOT cache of %.0f MB, trained in %.0f s: %s%n",
                    Files.size(cache) / 1e6, (System.nanoTime() - begin) / 1e9, cache);
            System.out.println("  with it     " + trainee.withCache());
            System.out.println("  without it  " + trainee.withoutCache());
        }
        System.exit(0); // the broker's threads would keep the JVM
    }

    /** A cache is refused for a jar whose time of change is not that of the training. */
    private static void setTimes(Path folder, Instant time) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(time));
            }
        }
    }
}
