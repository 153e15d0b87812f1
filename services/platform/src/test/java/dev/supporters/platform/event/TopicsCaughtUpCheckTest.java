package dev.supporters.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.StartupEvent;

import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** With Kafka's own mock of a consumer. */
class TopicsCaughtUpCheckTest {

    private static final String TOPIC = "topic";

    private final TopicsCaughtUpCheck check = new TopicsCaughtUpCheck();
    private final List<TopicReader> readers = new ArrayList<>();

    @AfterEach
    void stop() {
        readers.forEach(TopicReader::close);
    }

    @Test
    void isNotReadyBeforeAllWhoFollowHaveBegun() {
        check.add(reader(readable()));

        await().until(readers.getFirst()::caughtUp);
        assertThat(check.call().getStatus()).isEqualTo(Status.DOWN);
        check.started(new StartupEvent());

        assertThat(check.call().getStatus()).isEqualTo(Status.UP);
        assertThat(check.caughtUp()).isTrue();
    }

    @Test
    void isNotReadyWhileOneOfTheTopicsHasNotBeenRead() {
        check.add(reader(readable()));
        check.add(reader(new MockConsumer<>("earliest")));
        check.started(new StartupEvent());

        await().until(readers.getFirst()::caughtUp);

        assertThat(check.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(check.caughtUp()).isFalse();
    }

    @Test
    void whoFollowsNothingIsReady() {
        check.started(new StartupEvent());

        assertThat(check.call().getStatus()).isEqualTo(Status.UP);
    }

    private TopicReader reader(MockConsumer<String, byte[]> broker) {
        TopicReader reader =
                new TopicReader(
                        () -> broker,
                        TOPIC,
                        StartPosition.BEGINNING,
                        Clock.systemUTC(),
                        1,
                        (record, news) -> {},
                        Duration.ZERO,
                        System::nanoTime);
        readers.add(reader);
        return reader;
    }

    private static MockConsumer<String, byte[]> readable() {
        MockConsumer<String, byte[]> broker = new MockConsumer<>("earliest");
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        broker.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, null, null, null)));
        broker.updateBeginningOffsets(Map.of(partition, 0L));
        broker.updateEndOffsets(Map.of(partition, 0L));
        return broker;
    }
}
