package dev.supporters.testkit.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        Path folder = executable.resolveSibling("native-trial");
        Files.createDirectories(folder);
        try (Surroundings surroundings = new Surroundings();
                Trial trial = surroundings.start(folder, "native-trial.log", command)) {
            Started started = trial.started();
            trial.end();
            System.out.printf(
                    "%s (%.0f MB): %s%n",
                    executable.getFileName(), Files.size(executable) / 1e6, started);
        }
        System.exit(0); // the broker's threads would keep the JVM
    }
}
