package dev.supporters.platform.event;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Reads all partitions of a topic for a view in memory, on threads of its own. Each thread has its share of the partitions, so events of
 * one key come in order, one after the other.
 */
public final class TopicReader implements AutoCloseable {

    private static final Duration LOOK_FOR_PARTITIONS_EVERY = Duration.ofSeconds(30);

    private final String topic;
    private final List<PartitionReader> readers;

    TopicReader(
            Map<String, Object> connection,
            String topic,
            StartPosition from,
            Clock clock,
            int threads,
            Taker taker) {
        this(
                () -> consumer(connection, from),
                topic,
                from,
                clock,
                threads,
                taker,
                LOOK_FOR_PARTITIONS_EVERY,
                System::nanoTime);
    }

    TopicReader(
            Supplier<Consumer<String, byte[]>> consumers,
            String topic,
            StartPosition from,
            Clock clock,
            int threads,
            Taker taker,
            Duration lookEvery,
            LongSupplier nanos) {
        this.topic = topic;
        readers =
                IntStream.range(0, threads)
                        .mapToObj(number ->
                                new PartitionReader(
                                        consumers,
                                        topic,
                                        new PartitionReader.Share(number, threads),
                                        from,
                                        clock,
                                        taker,
                                        lookEvery,
                                        nanos))
                        .toList();
        readers.forEach(PartitionReader::start);
    }

    /** Whether all has been read that there was at the start. */
    public boolean caughtUp() {
        return readers.stream().allMatch(PartitionReader::caughtUp);
    }

    String topic() {
        return topic;
    }

    /** Real time since the broker last answered; grows while the topic cannot be read, from whichever reason. */
    double secondsSinceHeard() {
        return readers.stream().mapToDouble(PartitionReader::secondsSinceHeard).max().orElseThrow();
    }

    /** Real time since each thread last did its work, be the broker there or not; grows where one is stuck or finds no topic. */
    double secondsSinceTurn() {
        return readers.stream().mapToDouble(PartitionReader::secondsSinceTurn).max().orElseThrow();
    }

    @Override
    public void close() {
        readers.forEach(PartitionReader::close);
    }

    private static Consumer<String, byte[]> consumer(
            Map<String, Object> connection, StartPosition from) {
        Map<String, Object> properties = new HashMap<>(connection);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "follow-" + UUID.randomUUID());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 5_000);
        properties.put(
                ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG, List.of(PacedPolls.class.getName()));
        // that the broker is away is noticed before the reader seems to be stuck
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 20_000);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, true);
        properties.put(
                ConsumerConfig.METADATA_MAX_AGE_CONFIG, LOOK_FOR_PARTITIONS_EVERY.toMillis());
        if (from instanceof StartPosition.NewestOfLast) {
            properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, NewestRecords.MOST_IN_A_POLL);
            properties.put(
                    ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, NewestRecords.PARTITION_BYTES);
        }
        return new KafkaConsumer<>(
                properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Takes records in, each told whether it is news or had been there before this reader. */
    @FunctionalInterface
    interface Taker {
        void take(ConsumerRecord<String, byte[]> record, boolean news);
    }
}
