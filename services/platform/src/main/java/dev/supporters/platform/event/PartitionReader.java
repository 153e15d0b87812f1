package dev.supporters.platform.event;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Reads a share of a topic's partitions on a thread of its own. Starts again by itself after a failure of any kind, waits for a topic
 * that is not there yet, and reads partitions that the topic gets later.
 */
final class PartitionReader implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(PartitionReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration ASK_EVERY = Duration.ofSeconds(10);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final String topic;
    private final Share share;
    private final StartPosition from;
    private final Clock clock;
    private final TopicReader.Taker taker;
    private final Duration lookEvery;
    private final LongSupplier nanos;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Consumer<String, byte[]> reading;
    private volatile long turned;
    private volatile long heard;

    PartitionReader(
            Supplier<Consumer<String, byte[]>> consumers,
            String topic,
            Share share,
            StartPosition from,
            Clock clock,
            TopicReader.Taker taker,
            Duration lookEvery,
            LongSupplier nanos) {
        this.consumers = consumers;
        this.topic = topic;
        this.share = share;
        this.from = from;
        this.clock = clock;
        this.taker = taker;
        this.lookEvery = lookEvery;
        this.nanos = nanos;
        turned = nanos.getAsLong();
        heard = turned;
    }

    /** Which partitions: of so many threads, those of this one. */
    record Share(int number, int of) {

        boolean contains(int partition) {
            return partition % of == number;
        }
    }

    void start() {
        Thread.ofPlatform()
                .daemon()
                .name("follow-" + topic + "-" + share.number())
                .start(this::run);
    }

    /** Whether all has been read that there was at the start. */
    boolean caughtUp() {
        return caughtUp.getCount() == 0;
    }

    /** Real time since the broker last answered; grows while the topic cannot be read, from whichever reason. */
    double secondsSinceHeard() {
        return (nanos.getAsLong() - heard) / 1e9;
    }

    /** Real time since this reader last did its work, be the broker there or not; grows where it is stuck or finds no topic. */
    double secondsSinceTurn() {
        return (nanos.getAsLong() - turned) / 1e9;
    }

    @Override
    public void close() {
        closed.countDown();
        Consumer<String, byte[]> consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private void run() {
        while (open()) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                reading = consumer;
                read(consumer);
            } catch (WakeupException e) {
                return; // closed
            } catch (TimeoutException e) {
                turned = nanos.getAsLong();
                LOG.warnf("topic cannot be followed; the broker is away topic=%s", topic);
                rest(PAUSE);
            } catch (RuntimeException e) {
                LOG.warnf(
                        "topic cannot be followed; trying again topic=%s cause=%s: %s",
                        topic, e.getClass().getSimpleName(), e.getMessage());
                rest(PAUSE);
            } finally {
                reading = null;
            }
        }
    }

    private void read(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = partitions(consumer);
        if (partitions.isEmpty()) { // there are more threads than partitions, for now
            caughtUp.countDown();
            turned = nanos.getAsLong();
            heard = turned;
            rest(lookEvery);
            return;
        }
        consumer.assign(partitions);
        seek(consumer, partitions);
        Map<TopicPartition, Long> goal = consumer.endOffsets(partitions);
        heard = nanos.getAsLong();
        long looked = heard;
        long asked = heard;
        while (open()) {
            if (nanos.getAsLong() - looked >= lookEvery.toNanos()) {
                looked = nanos.getAsLong();
                takeNewPartitions(consumer);
            }
            if (!caughtUp()
                    && goal.entrySet().stream()
                            .allMatch(e -> consumer.position(e.getKey()) >= e.getValue())) {
                caughtUp.countDown();
            }
            ConsumerRecords<String, byte[]> records =
                    consumer.poll(caughtUp() ? POLL : Duration.ofMillis(50));
            turned = nanos.getAsLong();
            if (!records.isEmpty()) {
                heard = turned;
            } else if (turned - Math.max(heard, asked) >= ASK_EVERY.toNanos()) {
                asked = turned;
                ask(consumer);
            }
            boolean past = from instanceof StartPosition.NewestOfLast && !caughtUp();
            for (ConsumerRecord<String, byte[]> record :
                    past ? NewestRecords.of(records) : records) {
                positions.put(new TopicPartition(topic, record.partition()), record.offset() + 1);
                if (record.value() != null) {
                    taker.take(record, caughtUp());
                }
            }
        }
    }

    /** A poll that brings nothing does not tell whether the broker is there. */
    private void ask(Consumer<String, byte[]> consumer) {
        try {
            consumer.endOffsets(consumer.assignment(), ANSWER_WITHIN);
            heard = nanos.getAsLong();
        } catch (TimeoutException e) {
            LOG.debugf("broker does not answer topic=%s", topic);
        }
    }

    private List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        List<PartitionInfo> all = consumer.partitionsFor(topic);
        if (all.isEmpty()) {
            throw new IllegalStateException("no partitions (expected: a topic with at least one)");
        }
        return all.stream()
                .filter(p -> share.contains(p.partition()))
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
            case StartPosition.Last last -> seek(consumer, partitions, last.duration());
            case StartPosition.NewestOfLast last -> seek(consumer, partitions, last.duration());
        }
        positions.forEach(consumer::seek); // after a failure: where it stopped
    }

    private void seek(
            Consumer<String, byte[]> consumer, List<TopicPartition> partitions, Duration last) {
        long begin = clock.instant().minus(last).toEpochMilli();
        Map<TopicPartition, Long> asked = new HashMap<>();
        partitions.forEach(p -> asked.put(p, begin));
        consumer.offsetsForTimes(asked)
                .forEach((partition, offset) -> seek(consumer, partition, offset));
    }

    private static void seek(
            Consumer<String, byte[]> consumer, TopicPartition partition, OffsetAndTimestamp found) {
        if (found == null) {
            consumer.seekToEnd(List.of(partition));
        } else {
            consumer.seek(partition, found.offset());
        }
    }

    private boolean open() {
        return closed.getCount() > 0;
    }

    private void rest(Duration pause) {
        try {
            var _ = closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closed.countDown();
        }
    }
}
