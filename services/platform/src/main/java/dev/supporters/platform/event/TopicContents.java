package dev.supporters.platform.event;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads all that topics have, once, for commands: without a consumer group, so nobody else notices. */
public final class TopicContents {

    private static final Duration POLL = Duration.ofMillis(500);

    private TopicContents() {}

    /**
     * Gives each record that the topics have now, of each partition in its order. A topic that is not there has none.
     *
     * @param client settings of a Kafka client, like {@code bootstrap.servers}
     * @throws org.apache.kafka.common.KafkaException where the brokers do not answer, or a setting cannot be used
     */
    public static void read(
            Map<String, String> client,
            Collection<String> topics,
            Consumer<ConsumerRecord<byte[], byte[]>> record) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.listTopics().entrySet().stream()
                            .filter(topic -> topics.contains(topic.getKey()))
                            .flatMap(topic -> topic.getValue().stream())
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record);
            }
        }
    }
}
