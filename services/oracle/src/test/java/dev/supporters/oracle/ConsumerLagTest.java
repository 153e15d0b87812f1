package dev.supporters.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.embedded.EmbeddedBroker;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class ConsumerLagTest {

    private static final TopicPartition EVENTS = new TopicPartition("events", 0);

    @Test
    void countsWhatEachGroupHasNotHandledYet(@TempDir Path folder) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
                Admin admin =
                        Admin.create(
                                Map.of(
                                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                        broker.bootstrapServers()))) {
            // Given
            broker.createTopics(List.of("events"), 1, List.of());
            publish(broker, 5);
            handled(admin, "one", 5);
            handled(admin, "other", 2);

            // Then
            assertThat(ConsumerLag.lag(admin)).isEqualTo(3);

            // When
            handled(admin, "other", 5);

            // Then
            assertThat(ConsumerLag.lag(admin)).isZero();
            ConsumerLag.awaitIdle(broker.bootstrapServers(), Duration.ofMinutes(1));
        }
    }

    private static void publish(EmbeddedBroker broker, int records) {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            for (int i = 0; i < records; i++) {
                var _ = producer.send(new ProducerRecord<>("events", "key", "event " + i));
            }
        }
    }

    private static void handled(Admin admin, String group, long records) throws Exception {
        admin.alterConsumerGroupOffsets(group, Map.of(EVENTS, new OffsetAndMetadata(records)))
                .all()
                .get();
    }
}
