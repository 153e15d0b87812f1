package dev.supporters.oracle;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the topics from the beginning, until all was read and nothing new has come for a while. */
public final class EventLogReader {

    private static final Duration POLL = Duration.ofMillis(250);

    private EventLogReader() {}

    /** Quiet: how long nothing may come; most: how long to wait for that. */
    public static EventLog read(String bootstrapServers, Duration quiet, Duration most) {
        Map<String, Object> config =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        10_000);
        EventLog.Builder log = EventLog.builder();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long now = System.nanoTime();
            long end = now + most.toNanos();
            long last = now;
            while (now < end && (now - last < quiet.toNanos() || !caughtUp(consumer, partitions))) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                records.forEach(
                        record -> log.add(record.topic(), id(record), time(record), value(record)));
                now = System.nanoTime();
                last = records.isEmpty() ? last : now;
            }
        }
        return log.build();
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        Set<String> topics = Set.copyOf(EventLog.TOPICS);
        return consumer.listTopics().entrySet().stream()
                .filter(topic -> topics.contains(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static boolean caughtUp(
            KafkaConsumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        return partitions.stream()
                .allMatch(partition -> consumer.position(partition) >= ends.get(partition));
    }

    private static String id(ConsumerRecord<byte[], byte[]> record) {
        return header(record, "ce_id");
    }

    /** None of a record that no service of ours has written. */
    private static Optional<Instant> time(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(Instant.parse(header(record, "ce_time")));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static byte[] value(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null ? new byte[0] : record.value();
    }
}
