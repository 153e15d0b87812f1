package dev.supporters.faults.scenario;

import dev.supporters.platform.event.Topics;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Writes to the topics what nobody of ours would write. */
public final class TopicSpoiler {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int HUGE = 900_000;
    private static final byte[] KEY = "spoiled".getBytes(StandardCharsets.UTF_8);

    private final String brokers;

    TopicSpoiler(String brokers) {
        this.brokers = brokers;
    }

    /** A tombstone, an empty record, noise, and a huge record, to every topic. */
    public void unreadable() {
        byte[] noise = new byte[64];
        byte[] huge = new byte[HUGE];
        Random random = new Random(1);
        random.nextBytes(noise);
        random.nextBytes(huge);
        List<byte[]> values = new ArrayList<>();
        values.add(null);
        values.add(new byte[0]);
        values.add(noise);
        values.add(huge);
        send(
                Topics.ALL.stream()
                        .flatMap(topic ->
                                values.stream()
                                        .map(value -> new ProducerRecord<>(topic, KEY, value)))
                        .toList());
    }

    /** Noise for one key that is in use, on each topic that has one; where the newest value counts, that would be a change. */
    public void unreadableForOneKey() {
        byte[] noise = new byte[64];
        new Random(2).nextBytes(noise);
        Map<String, ConsumerRecord<byte[], byte[]>> newest = new HashMap<>();
        all().stream()
                .filter(record ->
                        record.key() != null && !Topics.COMPACTED.contains(record.topic()))
                .forEach(record -> newest.put(record.topic(), record));
        send(
                newest.values().stream()
                        .map(record -> new ProducerRecord<>(record.topic(), record.key(), noise))
                        .toList());
    }

    /** Nothing is taken from now on: one copy of a record is too few. */
    void refuse() {
        setLeastCopies("2");
    }

    /** Everything is taken again. */
    void accept() {
        setLeastCopies("1");
    }

    private void setLeastCopies(String copies) {
        AlterConfigOp op =
                new AlterConfigOp(
                        new ConfigEntry(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, copies),
                        AlterConfigOp.OpType.SET);
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        Topics.ALL.forEach(topic ->
                changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(op)));
        administer(admin -> admin.incrementalAlterConfigs(changes).all());
    }

    /** So many partitions from now on: keys move to other partitions, while their older records stay where they are. */
    public void morePartitions(int partitions) {
        Map<String, NewPartitions> wanted = new HashMap<>();
        Topics.ALL.forEach(topic -> wanted.put(topic, NewPartitions.increaseTo(partitions)));
        administer(admin -> admin.createPartitions(wanted).all());
    }

    private void administer(Function<Admin, KafkaFuture<Void>> change) {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
            change.apply(admin).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics could not be changed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were changed", e);
        }
    }

    /** Everything that the topics have once more: each key's records at the same partition, but late. */
    public void again() {
        send(all().stream().map(TopicSpoiler::copy).toList());
    }

    /** The same in the reverse order. */
    public void againBackwards() {
        List<ConsumerRecord<byte[], byte[]>> records = all();
        Collections.reverse(records);
        send(records.stream().map(TopicSpoiler::copy).toList());
    }

    private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(
                record.topic(),
                record.partition(),
                record.timestamp(),
                record.key(),
                record.value(),
                record.headers());
    }

    private List<ConsumerRecord<byte[], byte[]>> all() {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        Map<String, Object> config =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    Topics.ALL.stream()
                            .map(consumer::partitionsFor)
                            .flatMap(Collection::stream)
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(POLL).forEach(all::add);
            }
        }
        return all;
    }

    /** In this order, and all of them, or it fails. */
    private void send(List<ProducerRecord<byte[], byte[]>> records) {
        Map<String, Object> config = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
            for (Future<RecordMetadata> record : sent) {
                record.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a record could not be written", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while records were written", e);
        }
    }
}
