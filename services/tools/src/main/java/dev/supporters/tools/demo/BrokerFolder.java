package dev.supporters.tools.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the broker keeps its log. The store starts empty, and so must the broker: events of documents that are gone would mislead. */
final class BrokerFolder {

    private BrokerFolder() {}

    static Path empty(Path folder) {
        Path broker = folder.resolve("broker");
        if (Files.exists(broker)) {
            delete(broker);
        }
        return broker;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList().reversed()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the broker's folder could not be emptied", e);
        }
    }
}
