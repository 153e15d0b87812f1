package dev.supporters.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a JVM recorded of the classes of a service while it ran: another JVM that is started in the same way loads them from there.
 *
 * @param jar what the JVM runs
 */
record AotCache(Path jar) {

    private Path file() {
        return jar.getParent().resolveSibling("stand.aot");
    }

    /** Whether it was recorded, and from this build. */
    boolean usable() {
        try {
            return Files.exists(file())
                    && Files.getLastModifiedTime(file()).compareTo(Files.getLastModifiedTime(jar))
                            >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The flag of a JVM that uses it. */
    String use() {
        return "-XX:AOTCache=" + file();
    }

    /** The flag of a JVM that records it, and writes it when it ends in order. */
    String record() {
        return "-XX:AOTCacheOutput=" + file();
    }
}
