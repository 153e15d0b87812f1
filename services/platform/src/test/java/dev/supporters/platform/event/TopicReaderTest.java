package dev.supporters.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** With Kafka's own mock of a consumer. */
@Timeout(60) // where the rule is broken, an answer never comes
class TopicReaderTest {

    private static final String TOPIC = "topic";
    private static final String STUCK = "this one holds the reader up";
    private static final long LONG = Duration.ofSeconds(61).toNanos();

    private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();
    private final AtomicInteger consumers = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final CountDownLatch released = new CountDownLatch(1);
    private TopicReader reader;

    @AfterEach
    void stop() {
        reader.close();
    }

    @Test
    void readsFromTheBegin() throws Exception {
        MockConsumer<String, byte[]> broker = broker(1);
        broker.schedulePollTask(() -> broker.addRecord(record(0, 0, "first")));

        follow(broker);

        assertThat(taken.take()).isEqualTo("first");
    }

    @Test
    void waitsForATopicThatIsNotThereYet() throws Exception {
        MockConsumer<String, byte[]> missing = broker(0);
        MockConsumer<String, byte[]> there = broker(1);
        there.schedulePollTask(() -> there.addRecord(record(0, 0, "first")));

        follow(missing, there);

        assertThat(taken.take()).isEqualTo("first");
        assertThat(consumers.get()).isEqualTo(2);
    }

    @Test
    void goesOnAfterAFailureOfAnyKind() throws Exception {
        MockConsumer<String, byte[]> failing = broker(1);
        failing.schedulePollTask(() -> failing.addRecord(record(0, 0, "first")));
        failing.schedulePollTask(() -> {
            throw new IllegalStateException("nobody expected this");
        });
        MockConsumer<String, byte[]> next = broker(1);
        next.schedulePollTask(() -> next.addRecord(record(0, 1, "second")));

        follow(failing, next);

        assertThat(taken.take()).isEqualTo("first");
        assertThat(taken.take()).isEqualTo("second");
    }

    @Test
    void readsPartitionsThatTheTopicGetsLater() throws Exception {
        MockConsumer<String, byte[]> broker = broker(1);
        broker.schedulePollTask(() -> grow(broker, 2));
        broker.schedulePollTask(() -> {});
        broker.schedulePollTask(() -> broker.addRecord(record(1, 0, "of the second partition")));

        follow(broker);

        assertThat(taken.take()).isEqualTo("of the second partition");
    }

    @Test
    void aTopicThatIsMissingIsNotRead() {
        follow(broker(0));

        nanos.addAndGet(LONG);

        assertThat(reader.secondsSinceTurn()).isEqualTo(61);
        assertThat(reader.secondsSinceHeard()).isEqualTo(61);
    }

    @Test
    void aTopicOnWhichNothingHappensIsRead() {
        follow(broker(1));
        await(reader::caughtUp);

        nanos.addAndGet(LONG);

        await(() -> reader.secondsSinceTurn() == 0 && reader.secondsSinceHeard() == 0);
    }

    @Test
    void whereTheBrokerIsAwayItIsNotHeardAndTheReaderGoesOnTrying() {
        MockConsumer<String, byte[]> broker = broker(1);
        follow(broker);
        await(reader::caughtUp);

        broker.setOffsetsException(new TimeoutException("the broker is away"));
        nanos.addAndGet(LONG);

        await(() -> reader.secondsSinceTurn() == 0);
        assertThat(reader.secondsSinceHeard()).isEqualTo(61);
    }

    @Test
    void aReaderThatIsStuckIsSeen() throws Exception {
        MockConsumer<String, byte[]> broker = broker(1);
        broker.schedulePollTask(() -> broker.addRecord(record(0, 0, STUCK)));
        follow(broker);
        taken.take();

        nanos.addAndGet(LONG);

        assertThat(reader.secondsSinceTurn()).isEqualTo(61);
        released.countDown();
    }

    @Test
    void eachThreadReadsItsShareOfThePartitions() throws Exception {
        List<MockConsumer<String, byte[]>> threads = List.of(broker(3), broker(3));
        threads.forEach(broker -> broker.schedulePollTask(() -> addToAssigned(broker)));

        follow(2, threads);

        assertThat(List.of(taken.take(), taken.take(), taken.take()))
                .containsExactlyInAnyOrder("of 0", "of 1", "of 2");
    }

    @Test
    void hasCaughtUpAlsoWhereThereAreMoreThreadsThanPartitions() throws Exception {
        follow(2, TopicReaderTest::brokerWithOneRecord);

        assertThat(taken.take()).isEqualTo("of 0");
        await(reader::caughtUp);
    }

    private static MockConsumer<String, byte[]> brokerWithOneRecord() {
        MockConsumer<String, byte[]> broker = broker(1);
        broker.schedulePollTask(() -> addToAssigned(broker));
        return broker;
    }

    private static void addToAssigned(MockConsumer<String, byte[]> broker) {
        broker.assignment()
                .forEach(p -> broker.addRecord(record(p.partition(), 0, "of " + p.partition())));
    }

    @SafeVarargs
    private void follow(MockConsumer<String, byte[]>... brokers) {
        follow(1, List.of(brokers));
    }

    private void follow(int threads, List<MockConsumer<String, byte[]>> brokers) {
        follow(
                threads,
                () -> brokers.get(Math.min(consumers.getAndIncrement(), brokers.size() - 1)));
    }

    private void follow(int threads, Supplier<Consumer<String, byte[]>> brokers) {
        reader =
                new TopicReader(
                        brokers,
                        TOPIC,
                        StartPosition.BEGINNING,
                        Clock.systemUTC(),
                        threads,
                        (record, news) -> take(new String(record.value(), UTF_8)),
                        Duration.ZERO,
                        nanos::get);
    }

    private void take(String text) {
        taken.add(text);
        if (text.equals(STUCK)) {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static MockConsumer<String, byte[]> broker(int partitions) {
        MockConsumer<String, byte[]> broker = new MockConsumer<>("earliest");
        grow(broker, partitions);
        return broker;
    }

    private static void grow(MockConsumer<String, byte[]> broker, int partitions) {
        List<TopicPartition> all =
                Stream.iterate(0, i -> i + 1)
                        .limit(partitions)
                        .map(i -> new TopicPartition(TOPIC, i))
                        .toList();
        PartitionInfo[] infos =
                all.stream()
                        .map(p -> new PartitionInfo(TOPIC, p.partition(), null, null, null))
                        .toArray(PartitionInfo[]::new);
        broker.updatePartitions(TOPIC, Arrays.asList(infos));
        broker.updateBeginningOffsets(all.stream().collect(Collectors.toMap(p -> p, p -> 0L)));
        broker.updateEndOffsets(Map.copyOf(broker.beginningOffsets(all)));
    }

    private static ConsumerRecord<String, byte[]> record(int partition, long offset, String text) {
        return new ConsumerRecord<>(TOPIC, partition, offset, "key", text.getBytes(UTF_8));
    }
}
