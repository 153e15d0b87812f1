package dev.supporters.journey;

import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supporters.platform.event.Topics;
import dev.supporters.stand.Stand;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Dead letters of the events of a call. Each event is told once more, with a byte behind it for which nobody can read it, so the group
 * that reads calls puts it aside as it does with any other: whole, with its headers.
 */
final class PutAsideEvents {

    /** Of the one group that reads the events of calls. */
    static final String LETTERS = Topics.CALLS + ".supporters.driver.status.dlq";

    /** The tag of a field with the number 0, which no message has. */
    private static final byte NO_FIELD = 1;

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(500);

    private PutAsideEvents() {}

    /** Returns when all of them are in the topic of dead letters, and how many there are. */
    static int put(Stand stand, String callId) {
        List<ConsumerRecord<byte[], byte[]>> events =
                await().atMost(LONGEST)
                        .pollInterval(LOOK)
                        .until(() -> of(stand, Topics.CALLS, callId), told -> !told.isEmpty());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stand.brokers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            for (ConsumerRecord<byte[], byte[]> event : events) {
                producer.send(
                        new ProducerRecord<>(
                                event.topic(),
                                null,
                                event.key(),
                                unreadable(event.value()),
                                event.headers()));
            }
        }
        return await().atMost(LONGEST)
                .pollInterval(LOOK)
                .until(
                        () -> of(stand, LETTERS, callId).size(),
                        letters -> letters >= events.size());
    }

    private static byte[] unreadable(byte[] event) {
        byte[] longer = Arrays.copyOf(event, event.length + 1);
        longer[event.length] = NO_FIELD;
        return longer;
    }

    /** Events of calls have the call's id for their key, and so have their letters. */
    private static List<ConsumerRecord<byte[], byte[]>> of(
            Stand stand, String topic, String callId) {
        byte[] key = callId.getBytes(UTF_8);
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        WholeTopics.read(
                stand,
                topic::equals,
                record -> {
                    if (Arrays.equals(record.key(), key)) {
                        found.add(record);
                    }
                });
        return found;
    }
}
