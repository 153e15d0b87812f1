package dev.supporters.testkit.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.Descriptors.Descriptor;

import dev.supporters.platform.event.Topics;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;

/**
 * Sends topics random events of their types, bytes that are none, and records without a key, a value or an id; as many to each partition.
 * {@code -Dsupporters.hostile} and {@code -Dsupporters.hostile.seed} as for {@link HostileRequests}.
 */
public final class HostileEvents implements AutoCloseable {

    private static final int EACH = RandomValues.count(60);
    private static final int MOST_KEYS = 12;

    /** Less than a producer sends; with the record's key and headers, too. */
    private static final int MOST_BYTES = 1_000_000;

    private final RandomGenerator random = new SplittableRandom(RandomValues.seed());
    private final RandomMessages messages = new RandomMessages(random);
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Integer> sent = new TreeMap<>();
    private long number;

    public HostileEvents(String brokers) {
        producer =
                new KafkaProducer<>(
                        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    public void send(String topic, Descriptor type) {
        for (int i = 0; i < EACH; i++) {
            toEachPartition(topic, Optional.of(type));
        }
    }

    /** One more to each partition: an empty one, which says nothing. */
    public void sendLast(String topic) {
        toEachPartition(topic, Optional.empty());
    }

    /** How many so far. */
    public long number() {
        return number;
    }

    public String summary() {
        return "hostile events, seed %d: %s".formatted(RandomValues.seed(), sent);
    }

    @Override
    public void close() {
        producer.close();
    }

    private void toEachPartition(String topic, Optional<Descriptor> type) {
        int partitions = producer.partitionsFor(topic).size();
        for (int partition = 0; partition < partitions; partition++) {
            ProducerRecord<String, byte[]> event =
                    new ProducerRecord<>(
                            topic,
                            partition,
                            key(topic),
                            type.map(this::value).orElse(new byte[0]));
            if (random.nextInt(10) > 0) {
                event.headers().add("ce_id", id().getBytes(UTF_8));
            }
            if (random.nextInt(10) == 0) {
                event.headers().add("traceparent", RandomValues.text(random).getBytes(UTF_8));
            }
            written(event);
        }
    }

    private void written(ProducerRecord<String, byte[]> event) {
        try {
            producer.send(event).get();
            number++;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError("the broker refused an event", e.getCause());
        }
    }

    /** A topic that keeps the newest value of each key takes none without. */
    private String key(String topic) {
        return switch (random.nextInt(20)) {
            case 0 -> Topics.COMPACTED.contains(topic) ? "" : null;
            case 1 -> RandomValues.text(random);
            default -> "99000" + random.nextInt(MOST_KEYS);
        };
    }

    /** Some come twice. */
    private String id() {
        return random.nextInt(20) == 0
                ? RandomValues.text(random)
                : "hostile-" + random.nextInt(EACH * 4);
    }

    private byte[] value(Descriptor type) {
        byte[] message = messages.next(type).toByteArray();
        while (message.length > MOST_BYTES) {
            message = messages.next(type).toByteArray();
        }
        return switch (random.nextInt(20)) {
            case 0 -> counted("without a value", null);
            case 1 -> counted("noise", noise());
            case 2, 3 -> counted("damaged", RandomValues.damaged(message, random));
            default -> counted("of its type", message);
        };
    }

    private byte[] counted(String kind, byte[] value) {
        sent.merge(kind, 1, Integer::sum);
        return value;
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        return noise;
    }
}
