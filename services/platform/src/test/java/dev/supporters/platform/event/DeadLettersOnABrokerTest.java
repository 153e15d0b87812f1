package dev.supporters.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supporters.embedded.EmbeddedBroker;
import dev.supporters.proto.events.work.v1.WorkEvent;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.smallrye.config.SmallRyeConfigBuilder;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A broker that makes no topics by itself, and no topic of dead letters. */
@Timeout(120)
class DeadLettersOnABrokerTest {

    private static final String TOPIC = "supporters.work.v1";
    private static final String DEAD_LETTERS = "supporters.work.v1.group.dlq";
    private static final Tracer TRACER = OpenTelemetry.noop().getTracer("test");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void anEventForWhichThereIsNoTopicOfDeadLettersIsSeenAndLeavesWhenThereIsOne(
            @TempDir Path directory) throws InterruptedException {
        List<String> warnings = new CopyOnWriteArrayList<>();
        try (EmbeddedBroker broker = EmbeddedBroker.startWithGivenTopics(directory, 0);
                LogListener _ = new LogListener(DeadLetterDelivery.class, warnings)) {
            // Given
            Map<String, Object> connection =
                    Map.of("bootstrap.servers", broker.bootstrapServers(), "max.block.ms", 500);
            KafkaSender sender = sender(connection);
            Events events = events(sender, connection);
            events.expect(TOPIC);

            // When
            Thread poll =
                    Thread.startVirtualThread(() ->
                            events.handleAll(
                                    "channel", unreadable(), WorkEvent.parser(), received -> {}));
            Awaitility.await().until(() -> warnings.size() == 1);
            nanos.addAndGet(Duration.ofSeconds(90).toNanos());
            Awaitility.await().until(() -> warnings.size() == 2);

            // Then
            assertThat(age()).isEqualTo(90);
            assertThat(warnings)
                    .allSatisfy(line ->
                            assertThat(line)
                                    .contains("dead letter is not taken")
                                    .contains(DEAD_LETTERS));

            // and when an operator makes the topic
            broker.createTopics(List.of(DEAD_LETTERS), 1, List.of());
            poll.join();
            assertThat(age()).isZero();
            assertThat(letters(broker)).containsExactly("no event");
            events.close();
            sender.close();
        }
    }

    @Test
    void anEventThatIsTooLargeForALetterIsPutAsideWithoutItsValue(@TempDir Path directory) {
        try (EmbeddedBroker broker = EmbeddedBroker.startWithGivenTopics(directory, 0)) {
            // Given
            broker.createTopics(List.of(DEAD_LETTERS), 1, List.of());
            Map<String, Object> connection =
                    Map.of("bootstrap.servers", broker.bootstrapServers(), "max.block.ms", 500);
            KafkaSender sender = sender(connection);
            Events events = events(sender, connection);

            // When
            ConsumerRecords<String, byte[]> polled = polled(new byte[2_000_000]);
            polled.forEach(
                    record -> record.headers().add("dead-letter-foreign", new byte[2_000_000]));
            events.handleAll("channel", polled, WorkEvent.parser(), received -> {});

            // Then
            List<ConsumerRecord<byte[], byte[]>> letters = new CopyOnWriteArrayList<>();
            TopicContents.read(
                    Map.of("bootstrap.servers", broker.bootstrapServers()),
                    List.of(DEAD_LETTERS),
                    letters::add);
            assertThat(letters)
                    .singleElement()
                    .satisfies(letter -> {
                        assertThat(letter.value()).isNull();
                        assertThat(header(letter, "dead-letter-left-out-bytes"))
                                .isEqualTo("2000000");
                        assertThat(header(letter, "dead-letter-topic")).isEqualTo(TOPIC);
                        assertThat(header(letter, "dead-letter-offset")).isEqualTo("0");
                    });
            events.close();
            sender.close();
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }

    private KafkaSender sender(Map<String, Object> connection) {
        return new KafkaSender(
                TRACER,
                connection,
                "test",
                new TopicCheck(connection, new TopicRetention(""), meters));
    }

    private Events events(KafkaSender sender, Map<String, Object> connection) {
        return new Events(
                sender,
                new DeadLetterTopics(
                        sender,
                        new SmallRyeConfigBuilder()
                                .withDefaultValue(
                                        "mp.messaging.incoming.channel.dead-letter-queue.topic",
                                        DEAD_LETTERS)
                                .build()),
                TRACER,
                meters,
                Clock.systemUTC(),
                connection,
                20,
                Duration.ofHours(1),
                nanos::get);
    }

    private static ConsumerRecords<String, byte[]> unreadable() {
        return polled("no event".getBytes(UTF_8));
    }

    private static ConsumerRecords<String, byte[]> polled(byte[] value) {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        return new ConsumerRecords<>(
                Map.of(partition, List.of(new ConsumerRecord<>(TOPIC, 0, 0, "key", value))),
                Map.of());
    }

    private static List<String> letters(EmbeddedBroker broker) {
        List<String> values = new CopyOnWriteArrayList<>();
        TopicContents.read(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                List.of(DEAD_LETTERS),
                record -> values.add(new String(record.value(), UTF_8)));
        return values;
    }

    private double age() {
        return meters.get("supporters_dead_letters_waiting_seconds")
                .tag("topic", TOPIC)
                .gauge()
                .value();
    }
}
