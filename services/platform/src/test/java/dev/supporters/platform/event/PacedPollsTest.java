package dev.supporters.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class PacedPollsTest {

    private static final TopicPartition PARTITION = new TopicPartition("topic", 0);

    private long now = 1_000;
    private final PacedPolls polls = new PacedPolls(() -> now, nanos -> now += nanos);

    @BeforeEach
    void configure() {
        polls.configure(Map.of(PacedPolls.PACE, "50ms"));
    }

    @Test
    void aRecordThatComesAloneIsNotKeptWaiting() {
        assertThat(waited(1)).isZero();
        now += Duration.ofMillis(50).toNanos();
        assertThat(waited(1)).isZero();
    }

    @Test
    void thoseThatFollowCloselyComeAfterThePause() {
        waited(1);
        now += Duration.ofMillis(20).toNanos();

        assertThat(waited(3)).isEqualTo(Duration.ofMillis(30));
        assertThat(waited(3)).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void aPollThatBringsNothingBeginsNoPause() {
        assertThat(waited(0)).isZero();
        assertThat(waited(1)).isZero();
    }

    @Test
    void aBacklogIsReadWithoutPauses() {
        waited(PacedPolls.MANY);
        assertThat(waited(PacedPolls.MANY)).isZero();
        assertThat(waited(1)).isZero();
    }

    @Test
    void withoutASettingThereIsNoPause() {
        polls.configure(Map.of());
        waited(1);
        assertThat(waited(1)).isZero();
    }

    private Duration waited(int records) {
        long before = now;
        polls.onConsume(polled(records));
        return Duration.ofNanos(now - before);
    }

    private static ConsumerRecords<String, byte[]> polled(int records) {
        List<ConsumerRecord<String, byte[]>> all =
                IntStream.range(0, records)
                        .mapToObj(offset ->
                                new ConsumerRecord<>("topic", 0, offset, "key", new byte[0]))
                        .toList();
        return records == 0
                ? ConsumerRecords.empty()
                : new ConsumerRecords<>(Map.of(PARTITION, all), Map.of());
    }
}
