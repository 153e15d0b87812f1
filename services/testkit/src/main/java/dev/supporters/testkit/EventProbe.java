package dev.supporters.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;

import dev.supporters.platform.event.Event;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Another service, as seen through topics: tells events, and reads what was told. */
public final class EventProbe implements AutoCloseable {

    static {
        Patience.learn();
    }

    private final String servers;
    private final KafkaProducer<String, byte[]> producer;

    public EventProbe(String servers) {
        this.servers = servers;
        producer =
                new KafkaProducer<>(
                        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** A probe of the broker that the present component test runs on. */
    public static EventProbe ofTest() {
        return new EventProbe(
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    }

    /** Tells an event, and returns its id when the broker has it. */
    public String tell(Event event) {
        String id = UUID.randomUUID().toString();
        tell(id, event);
        return id;
    }

    /** Tells an event with a given id, as a second delivery has the first's. */
    public void tell(String id, Event event) {
        var record =
                new ProducerRecord<>(event.topic(), event.key(), event.payload().toByteArray());
        record.headers()
                .add("ce_id", id.getBytes(UTF_8))
                .add("ce_type", event.type().getBytes(UTF_8));
        send(record);
    }

    /** Tells something that nobody can read. */
    public void tellPoison(String topic, String key) {
        send(new ProducerRecord<>(topic, key, new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff}));
    }

    /** All that a topic contains, oldest first in each partition. */
    public <E extends Message> List<E> all(String topic, Parser<E> parser) {
        List<E> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records(topic)) {
            try {
                events.add(parser.parseFrom(record.value()));
            } catch (InvalidProtocolBufferException e) {
                throw new AssertionError("a record of " + topic + " cannot be read", e);
            }
        }
        return events;
    }

    /** All records of a topic; none if there is no such topic yet. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                servers,
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest",
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            if (!consumer.listTopics().containsKey(topic)) {
                return List.of();
            }
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (end.entrySet().stream()
                    .anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                consumer.poll(Duration.ofMillis(50)).forEach(records::add);
            }
            return records;
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new AssertionError("the broker refused an event", e.getCause());
        }
    }
}
