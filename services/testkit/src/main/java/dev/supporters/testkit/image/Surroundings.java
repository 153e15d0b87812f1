package dev.supporters.testkit.image;

import dev.supporters.embedded.EmbeddedBroker;
import dev.supporters.embedded.EmbeddedStore;
import dev.supporters.platform.event.Topics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** What a service needs around it to start: an embedded broker with all topics, and a store. */
final class Surroundings implements AutoCloseable {

    private static final int PARTITIONS = 1;

    private final Path logs;
    private final EmbeddedBroker broker;
    private final EmbeddedStore store;

    Surroundings() throws IOException {
        // broker and store write a line for every request at lower levels
        Logger.getLogger("").setLevel(Level.WARNING);
        logs = Files.createTempDirectory("trial");
        broker = EmbeddedBroker.start(logs, 0);
        store = EmbeddedStore.start(0);
        broker.createTopics(Topics.ALL, PARTITIONS, Topics.COMPACTED);
    }

    Trial start(Path folder, String logName, List<String> command) throws IOException {
        return new Trial(
                folder, logName, command, broker.bootstrapServers(), store.connectionString());
    }

    @Override
    public void close() throws IOException {
        broker.close();
        store.close();
        try (Stream<Path> files = Files.walk(logs)) {
            for (Path file : files.toList().reversed()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
