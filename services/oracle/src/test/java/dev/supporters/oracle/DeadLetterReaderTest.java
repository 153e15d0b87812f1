package dev.supporters.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.embedded.EmbeddedBroker;
import dev.supporters.oracle.GivenUp.DeadLetterCount;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class DeadLetterReaderTest {

    private static final String CALLS = "supporters.calls.v1.supporters.driver.statistics.dlq";
    private static final String NONE = "supporters.move-signals.v1.supporters.move.signals.dlq";
    private static final Instant NEWEST = Instant.parse("2026-11-20T12:30:00Z");

    @Test
    void countsTheLettersOfEachTopicThatHasSome(@TempDir Path folder) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            // Given
            broker.createTopics(List.of("supporters.calls.v1", CALLS, NONE), 2, List.of());
            publish(broker, "supporters.calls.v1", 0, NEWEST);
            publish(broker, CALLS, 0, NEWEST);
            publish(broker, CALLS, 0, NEWEST.minusSeconds(1));
            publish(broker, CALLS, 1, NEWEST.minusSeconds(2));

            // When and then
            assertThat(DeadLetterReader.read(broker.bootstrapServers()))
                    .containsExactly(
                            new DeadLetterCount("supporters.calls.v1", "driver", 3, NEWEST));
        }
    }

    private static void publish(EmbeddedBroker broker, String topic, int partition, Instant time)
            throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    topic, partition, time.toEpochMilli(), "key", "event"))
                    .get();
        }
    }
}
