package dev.supporters.testkit.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The test of a native executable: it starts, answers over HTTP and gRPC, and ends in order. Prints what that cost. */
public final class NativeTrial {

    private NativeTrial() {}

    /**
     * Tries an executable.
     *
     * @param arguments its file, and the options that it is given
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("no arguments (expected: executable, options…)");
        }
        Path executable = Path.of(arguments[0]).toAbsolutePath();
        List<String> command = new ArrayList<>(List.of(arguments));
        command.set(0, executable.toString());
        try (Surroundings surroundings = new Surroundings()) {
            Path folder = executable.getParent().resolve("native-trial");
            Files.createDirectories(folder);
            long begin = System.nanoTime();
            try (Trial trial = surroundings.start(folder, "native-trial.log", command)) {
                trial.awaitReady();
                double seconds = (System.nanoTime() - begin) / 1e9;
                Duration processor =
                        trial.process().info().totalCpuDuration().orElse(Duration.ZERO);
                trial.exercise();
                long resident = residentBytes(trial.process().pid());
                trial.end();
                System.out.printf(
                        "%s: ready after %.2f s (%.2f s of processor time), %.0f MiB resident, %.0f MB on disk%n",
                        executable.getFileName(),
                        seconds,
                        processor.toMillis() / 1e3,
                        resident / 1024.0 / 1024.0,
                        Files.size(executable) / 1e6);
            }
        }
        System.exit(0); // the broker's threads would keep the JVM
    }

    /** As Linux tells it; 0 elsewhere. */
    private static long residentBytes(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong)
                    .map(kib -> kib * 1024)
                    .findFirst()
                    .orElse(0);
        }
    }
}
