package dev.supporters.tools.demo;

import dev.supporters.embedded.EmbeddedBroker;
import dev.supporters.platform.event.Topics;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The broker with its topics. */
final class DemoBroker implements DemoComponent {

    private final EmbeddedBroker broker;
    private final Admin admin;

    private DemoBroker(EmbeddedBroker broker) {
        this.broker = broker;
        admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                broker.bootstrapServers()));
    }

    static DemoBroker start(DemoSettings settings, int port) {
        EmbeddedBroker broker =
                EmbeddedBroker.start(
                        emptyFolder(settings.folder()), "0.0.0.0", port, settings.advertisedHost());
        broker.createTopics(Topics.ALL, settings.partitions(), Topics.COMPACTED);
        return new DemoBroker(broker);
    }

    @Override
    public String name() {
        return "broker and topics";
    }

    @Override
    public boolean ready() {
        try {
            return admin.listTopics()
                    .names()
                    .get(HealthHandler.PROBE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                    .containsAll(Topics.ALL);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
    }

    /** The store starts empty, and so must the broker: events of documents that are gone would mislead. */
    private static Path emptyFolder(Path folder) {
        Path log = folder.resolve("broker");
        if (Files.exists(log)) {
            delete(log);
        }
        return log;
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
