package dev.supporters.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The logs of scenarios that broke something; the next scenario clears those of the stand.
 *
 * @param folder has a folder for each of them
 */
record KeptLogs(Path folder) {

    /** Nothing is kept of a stand that never was. */
    void keep(String scenario, Path logs) {
        if (!Files.isDirectory(logs)) {
            return;
        }
        Path to = folder.resolve(scenario);
        try (Stream<Path> found = Files.list(logs)) {
            List<Path> files = found.filter(Files::isRegularFile).toList();
            Files.createDirectories(to);
            for (Path file : files) {
                Files.copy(
                        file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
