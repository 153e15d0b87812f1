package dev.supporters.testkit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * How far this process has read topics: its consumer groups, by the offsets that they commit, and its readers without a group, by what
 * their clients count.
 */
public final class ReadingProgress implements AutoCloseable {

    private static final Pattern GROUP =
            Pattern.compile("mp\\.messaging\\.incoming\\.([^.]+)\\.group\\.id");
    private static final String CLIENTS =
            "kafka.consumer:type=consumer-fetch-manager-metrics,client-id=follow-*,*";

    private final MBeanServer metrics = ManagementFactory.getPlatformMBeanServer();
    private final Admin admin;
    private final Set<TopicPartition> partitions;
    private final Map<TopicPartition, Long> endsAtFirst;
    private final Map<Reader, Long> readAtFirst;

    /** From now on; to be made when all that is in the topics has been read. */
    public ReadingProgress(String brokers, Set<String> topics) {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers));
        partitions = partitions(topics);
        endsAtFirst = ends();
        readAtFirst = readers().keySet().stream().collect(toMap(reader -> reader, this::read));
    }

    /** Fails as long as something that is in the topics has not been read. */
    public void hasReadAll() {
        Map<TopicPartition, Long> ends = ends();
        groups().forEach(consumed ->
                assertThat(committed(consumed))
                        .as("%s", consumed)
                        .isEqualTo(of(consumed.topic(), ends)));
        readers()
                .forEach((reader, read) -> {
                    long came =
                            read.stream()
                                    .mapToLong(partition ->
                                            ends.get(partition) - endsAtFirst.get(partition))
                                    .sum();
                    assertThat(read(reader) - readAtFirst.getOrDefault(reader, 0L))
                            .as("%s", reader)
                            .isEqualTo(came);
                });
    }

    @Override
    public void close() {
        admin.close();
    }

    private Set<TopicPartition> partitions(Set<String> topics) {
        try {
            return admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic ->
                            topic.partitions().stream()
                                    .map(info ->
                                            new TopicPartition(topic.name(), info.partition())))
                    .collect(toSet());
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError("topics cannot be looked at", e);
        }
    }

    private Map<TopicPartition, Long> ends() {
        try {
            return admin
                    .listOffsets(
                            partitions.stream()
                                    .collect(toMap(each -> each, _ -> OffsetSpec.latest())))
                    .all()
                    .get()
                    .entrySet()
                    .stream()
                    .collect(toMap(Map.Entry::getKey, end -> end.getValue().offset()));
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError("topics cannot be looked at", e);
        }
    }

    private static Map<TopicPartition, Long> of(String topic, Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream()
                .filter(offset -> offset.getKey().topic().equals(topic))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What the groups of this process read, as the configuration says. */
    private static Set<Consumed> groups() {
        Config config = ConfigProvider.getConfig();
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .map(GROUP::matcher)
                .filter(Matcher::matches)
                .filter(channel ->
                        config.getOptionalValue(
                                        "mp.messaging.incoming." + channel.group(1) + ".enabled",
                                        Boolean.class)
                                .orElse(true))
                .map(channel ->
                        new Consumed(
                                config.getValue(channel.group(), String.class),
                                config.getValue(
                                        "mp.messaging.incoming." + channel.group(1) + ".topic",
                                        String.class)))
                .collect(toSet());
    }

    private Map<TopicPartition, Long> committed(Consumed consumed) {
        try {
            Map<TopicPartition, Long> committed = new HashMap<>();
            for (Map.Entry<TopicPartition, OffsetAndMetadata> offset :
                    admin.listConsumerGroupOffsets(consumed.group())
                            .partitionsToOffsetAndMetadata()
                            .get()
                            .entrySet()) {
                committed.put(offset.getKey(), offset.getValue().offset());
            }
            return of(consumed.topic(), committed);
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError("groups cannot be looked at", e);
        }
    }

    /** The partitions that each reader has: its client counts something of them as soon as it has them. */
    private Map<Reader, Set<TopicPartition>> readers() {
        return clients(CLIENTS + ",partition=*").stream()
                .filter(client ->
                        partitions.stream().anyMatch(each -> each.topic().equals(topic(client))))
                .collect(
                        toMap(
                                client ->
                                        new Reader(
                                                client.getKeyProperty("client-id"), topic(client)),
                                client ->
                                        Set.of(
                                                new TopicPartition(
                                                        topic(client),
                                                        Integer.parseInt(
                                                                client.getKeyProperty(
                                                                        "partition")))),
                                ReadingProgress::both));
    }

    private static <E> Set<E> both(Set<E> some, Set<E> others) {
        return Stream.concat(some.stream(), others.stream()).collect(toSet());
    }

    private long read(Reader reader) {
        return clients(CLIENTS.replace("follow-*,*", reader.client() + ",topic=*")).stream()
                .filter(client -> topic(client).equals(reader.topic()))
                .mapToLong(client -> count(client, "records-consumed-total"))
                .max()
                .orElse(0);
    }

    private long count(ObjectName client, String attribute) {
        try {
            return ((Number) metrics.getAttribute(client, attribute)).longValue();
        } catch (JMException e) {
            return 0; // nothing has been counted yet
        }
    }

    private Set<ObjectName> clients(String pattern) {
        try {
            return metrics.queryNames(new ObjectName(pattern), null);
        } catch (JMException e) {
            throw new AssertionError(pattern, e);
        }
    }

    /** In some of the names dots are replaced. */
    private String topic(ObjectName client) {
        String name = client.getKeyProperty("topic").replace('.', '_');
        return partitions.stream()
                .map(TopicPartition::topic)
                .filter(topic -> topic.replace('.', '_').equals(name))
                .findAny()
                .orElse(name);
    }

    private record Consumed(String group, String topic) {}

    private record Reader(String client, String topic) {}
}
