package dev.supporters.embedded;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.metadata.storage.FormatterException;
import org.apache.kafka.server.common.MetadataVersion;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/**
 * An Apache Kafka broker in this JVM: one node, KRaft mode, its log in a folder. Keeps everything, whatever the clock of the
 * records says, so that nights of other years can be played.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private final Path directory;
    private final BrokerListeners listeners;
    private final boolean makesTopics;
    private KafkaRaftServer server;

    private EmbeddedBroker(Path directory, BrokerListeners listeners, boolean makesTopics) {
        this.directory = directory;
        this.listeners = listeners;
        this.makesTopics = makesTopics;
        server = started();
    }

    /**
     * Starts a broker that only this machine reaches, and returns when it serves.
     *
     * @param port of 127.0.0.1; the controller takes the next one. 0 takes two free ones.
     */
    public static EmbeddedBroker start(Path directory, int port) {
        return start(directory, BrokerListeners.onLoopback(port), true);
    }

    /** The same, but of one that makes no topic by itself when somebody asks for it, as many of production. */
    public static EmbeddedBroker startWithGivenTopics(Path directory, int port) {
        return start(directory, BrokerListeners.onLoopback(port), false);
    }

    /**
     * Starts a broker that other machines reach, and returns when it serves. Clients in this JVM come by a port of 127.0.0.1, so that
     * they need not reach the advertised host.
     *
     * @param host that it binds; 0.0.0.0 lets everybody in
     * @param port of that host; the controller takes the next one, clients in this JVM the one after it, both of 127.0.0.1. 0 takes
     *     three free ones.
     * @param advertisedHost by which the others are told to come
     */
    public static EmbeddedBroker start(
            Path directory, String host, int port, String advertisedHost) {
        return start(directory, BrokerListeners.on(host, port, advertisedHost), true);
    }

    /** Where clients in this JVM reach it. */
    public String bootstrapServers() {
        return listeners.bootstrapServers();
    }

    /** Ends it; its log stays, and clients that still ask find nobody. */
    public synchronized void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Starts it again after {@link #stop()}, at the same ports and with the same log. */
    public synchronized void startAgain() {
        server = started();
    }

    /** Creates those topics that are not there yet, and returns when clients find them. */
    public void createTopics(
            Collection<String> topics, int partitions, Collection<String> compacted) {
        try (Admin admin =
                Admin.create(
                        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            Set<String> there = admin.listTopics().names().get();
            List<NewTopic> missing =
                    topics.stream()
                            .filter(topic -> !there.contains(topic))
                            .map(topic ->
                                    new NewTopic(topic, partitions, (short) 1)
                                            .configs(
                                                    Map.of(
                                                            "cleanup.policy",
                                                            compacted.contains(topic)
                                                                    ? "compact"
                                                                    : "delete")))
                            .toList();
            admin.createTopics(missing).all().get();
            awaitKnown(admin, topics);
        } catch (ExecutionException e) {
            throw new IllegalStateException("topics could not be created", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        }
    }

    /** The controller has them first: the broker, which clients ask, knows them a moment later. */
    private static void awaitKnown(Admin admin, Collection<String> topics)
            throws ExecutionException, InterruptedException {
        while (!admin.listTopics().names().get().containsAll(topics)) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private static EmbeddedBroker start(
            Path directory, BrokerListeners listeners, boolean makesTopics) {
        format(directory);
        return new EmbeddedBroker(directory, listeners, makesTopics);
    }

    private KafkaRaftServer started() {
        KafkaRaftServer starting =
                new KafkaRaftServer(new KafkaConfig(properties(), false), Time.SYSTEM);
        starting.startup();
        return starting;
    }

    private static void format(Path directory) {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(directory);
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(1)
                    .setControllerListenerName("CONTROLLER")
                    .setDirectories(List.of(directory.toString()))
                    .setMetadataLogDirectory(directory.toString())
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setPrintStream(
                            new PrintStream(
                                    OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FormatterException e) {
            throw new IllegalStateException(
                    "the broker's folder " + directory + " could not be prepared", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(
                    "the broker's folder " + directory + " could not be prepared", e);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.putAll(listeners.properties());
        properties.putAll(
                Map.ofEntries(
                        Map.entry("node.id", "1"),
                        Map.entry("process.roles", "broker,controller"),
                        Map.entry("log.dirs", directory.toString()),
                        Map.entry("offsets.topic.replication.factor", "1"),
                        Map.entry("offsets.topic.num.partitions", "2"),
                        Map.entry("transaction.state.log.replication.factor", "1"),
                        Map.entry("transaction.state.log.min.isr", "1"),
                        Map.entry("transaction.state.log.num.partitions", "1"),
                        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                        Map.entry("share.coordinator.state.topic.min.isr", "1"),
                        Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                        Map.entry("group.initial.rebalance.delay.ms", "0"),
                        Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
                        Map.entry(
                                "log.message.timestamp.after.max.ms",
                                String.valueOf(Long.MAX_VALUE)),
                        Map.entry("log.retention.ms", "-1"),
                        Map.entry("log.retention.bytes", "-1"),
                        Map.entry("num.partitions", "4"),
                        Map.entry("auto.create.topics.enable", String.valueOf(makesTopics)),
                        Map.entry("num.network.threads", "2"),
                        Map.entry("num.io.threads", "2"),
                        Map.entry("background.threads", "2"),
                        // one that was killed is let in again after this time; one that a busy
                        // machine
                        // does not let run for a while is not locked out
                        Map.entry("broker.session.timeout.ms", "6000"),
                        Map.entry("broker.heartbeat.interval.ms", "500")));
        return properties;
    }
}
