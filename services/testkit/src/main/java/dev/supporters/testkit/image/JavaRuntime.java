package dev.supporters.testkit.image;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.spi.ToolProvider;

/** A Java runtime of this JDK, with the modules that services need and nothing else: no compiler, no shell. */
public final class JavaRuntime {

    private final Path directory;

    private JavaRuntime(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes the runtime alone, for the image of a program that is not trained.
     *
     * @param arguments the folder, made if it is missing; the modules, separated by commas
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException(
                    "arguments: " + List.of(arguments) + " (expected: folder, modules)");
        }
        in(Path.of(arguments[0]), arguments[1]);
    }

    /** Takes the runtime in a folder, or makes it there; all services share it, and only the first makes it. */
    static JavaRuntime in(Path directory, String modules) throws IOException {
        Path home = directory.toAbsolutePath();
        Files.createDirectories(home.getParent());
        Path lock = home.resolveSibling(home.getFileName() + ".lock");
        try (FileChannel channel =
                        FileChannel.open(
                                lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock ignored = channel.lock()) {
            Path origin = home.resolveSibling(home.getFileName() + ".origin");
            String wanted = Runtime.version() + " " + modules + "\n";
            if (!Files.exists(origin) || !Files.readString(origin).equals(wanted)) {
                link(home, modules);
                Files.writeString(origin, wanted);
            }
        }
        return new JavaRuntime(home);
    }

    Path java() {
        return directory.resolve("bin/java");
    }

    private static void link(Path home, String modules) {
        if (Files.exists(home)) {
            throw new IllegalStateException(
                    "the runtime in "
                            + home
                            + " is of another JDK or has other modules (expected: delete it)");
        }
        ToolProvider jlink =
                ToolProvider.findFirst("jlink")
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "no jlink in "
                                                + System.getProperty("java.home")
                                                + " (expected: a JDK)"));
        List<String> arguments =
                List.of(
                        "--add-modules",
                        modules,
                        "--strip-java-debug-attributes",
                        "--no-header-files",
                        "--no-man-pages",
                        "--output",
                        home.toString());
        int status = jlink.run(System.out, System.err, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IllegalStateException("jlink ended with " + status + ": " + arguments);
        }
    }
}
