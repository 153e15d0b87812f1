package dev.supporters.platform.event;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * Reads all partitions of a topic on a thread of its own, for a view in memory. Starts again by itself after a failure of any kind, waits
 * for a topic that is not there yet, and reads partitions that the topic gets later.
 */
public final class TopicReader implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LOOK_FOR_PARTITIONS_EVERY = Duration.ofSeconds(30);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final String topic;
    private final StartPosition from;
    private final Clock clock;
    private final Taker taker;
    private final Duration lookEvery;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private volatile boolean closed;
    private volatile Consumer<String, byte[]> reading;
    private volatile long polled = System.nanoTime();

    TopicReader(
            Map<String, Object> connection,
            String topic,
            StartPosition from,
            Clock clock,
            Taker taker) {
        this(() -> consumer(connection), topic, from, clock, taker, LOOK_FOR_PARTITIONS_EVERY);
    }

    TopicReader(
            Supplier<Consumer<String, byte[]>> consumers,
            String topic,
            StartPosition from,
            Clock clock,
            Taker taker,
            Duration lookEvery) {
        this.consumers = consumers;
        this.topic = topic;
        this.from = from;
        this.clock = clock;
        this.taker = taker;
        this.lookEvery = lookEvery;
        Thread.ofPlatform().daemon().name("follow-" + topic).start(this::run);
    }

    /** Whether all has been read that there was at the start. */
    public boolean caughtUp() {
        return caughtUp.getCount() == 0;
    }

    String topic() {
        return topic;
    }

    /** Real time since the broker was last asked for records with success; grows while the topic cannot be read. */
    double secondsSincePoll() {
        return (System.nanoTime() - polled) / 1e9;
    }

    @Override
    public void close() {
        closed = true;
        Consumer<String, byte[]> consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private void run() {
        while (!closed) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                reading = consumer;
                read(consumer);
            } catch (WakeupException e) {
                return; // closed
            } catch (RuntimeException e) {
                LOG.warnf(
                        "topic cannot be followed; trying again topic=%s cause=%s: %s",
                        topic, e.getClass().getSimpleName(), e.getMessage());
                rest();
            } finally {
                reading = null;
            }
        }
    }

    private void read(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = partitions(consumer);
        if (partitions.isEmpty()) {
            throw new IllegalStateException("no partitions (expected: a topic with at least one)");
        }
        consumer.assign(partitions);
        seek(consumer, partitions);
        Map<TopicPartition, Long> goal = consumer.endOffsets(partitions);
        long looked = System.nanoTime();
        while (!closed) {
            if (System.nanoTime() - looked >= lookEvery.toNanos()) {
                looked = System.nanoTime();
                takeNewPartitions(consumer);
            }
            if (!caughtUp()
                    && goal.entrySet().stream()
                            .allMatch(e -> consumer.position(e.getKey()) >= e.getValue())) {
                caughtUp.countDown();
            }
            ConsumerRecords<String, byte[]> records =
                    consumer.poll(caughtUp() ? POLL : Duration.ofMillis(50));
            polled = System.nanoTime();
            for (ConsumerRecord<String, byte[]> record : records) {
                positions.put(new TopicPartition(topic, record.partition()), record.offset() + 1);
                if (record.value() != null) {
                    taker.take(record, caughtUp());
                }
            }
        }
    }

    private List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
    }

    /** A partition that the topic has got meanwhile is read from its begin: all of it is news. */
    private void takeNewPartitions(Consumer<String, byte[]> consumer) {
        List<TopicPartition> all = partitions(consumer);
        List<TopicPartition> added =
                all.stream().filter(p -> !consumer.assignment().contains(p)).toList();
        if (!added.isEmpty()) {
            LOG.infof("topic has more partitions topic=%s partitions=%d", topic, all.size());
            consumer.assign(all);
            consumer.seekToBeginning(added);
        }
    }

    private void seek(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        switch (from) {
            case StartPosition.Beginning all -> consumer.seekToBeginning(partitions);
            case StartPosition.End end -> consumer.seekToEnd(partitions);
            case StartPosition.Last last -> {
                long begin = clock.instant().minus(last.duration()).toEpochMilli();
                Map<TopicPartition, Long> asked = new HashMap<>();
                partitions.forEach(p -> asked.put(p, begin));
                consumer.offsetsForTimes(asked)
                        .forEach((partition, offset) -> seek(consumer, partition, offset));
            }
        }
        positions.forEach(consumer::seek); // after a failure: where it stopped
    }

    private static void seek(
            Consumer<String, byte[]> consumer, TopicPartition partition, OffsetAndTimestamp found) {
        if (found == null) {
            consumer.seekToEnd(List.of(partition));
        } else {
            consumer.seek(partition, found.offset());
        }
    }

    private static Consumer<String, byte[]> consumer(Map<String, Object> connection) {
        Map<String, Object> properties = new HashMap<>(connection);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "follow-" + UUID.randomUUID());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 5_000);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, true);
        properties.put(
                ConsumerConfig.METADATA_MAX_AGE_CONFIG, LOOK_FOR_PARTITIONS_EVERY.toMillis());
        return new KafkaConsumer<>(
                properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private void rest() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** Takes records in, each told whether it is news or had been there before this reader. */
    @FunctionalInterface
    interface Taker {
        void take(ConsumerRecord<String, byte[]> record, boolean news);
    }
}
