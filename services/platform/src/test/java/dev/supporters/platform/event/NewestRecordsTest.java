package dev.supporters.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class NewestRecordsTest {

    private static final TopicPartition FIRST = new TopicPartition("topic", 0);
    private static final TopicPartition SECOND = new TopicPartition("topic", 1);

    @Test
    void areTheLastOfEachKeyInTheOrderInWhichTheyCame() {
        assertThat(
                        newest(
                                Map.of(
                                        FIRST,
                                        List.of(
                                                record(FIRST, 0, "d1", "reported"),
                                                record(FIRST, 1, "d2", "reported"),
                                                record(FIRST, 2, "d3", "reported"),
                                                record(FIRST, 3, "d1", "reported")))))
                .containsExactly("0/1", "0/2", "0/3");
    }

    @Test
    void whatIsOfAnotherTypeStaysBesideIt() {
        assertThat(
                        newest(
                                Map.of(
                                        FIRST,
                                        List.of(
                                                record(FIRST, 0, "d1", "reported"),
                                                record(FIRST, 1, "d1", "reported"),
                                                record(FIRST, 2, "d1", "unreachable"),
                                                record(FIRST, 3, "d1", null)))))
                .containsExactly("0/1", "0/2", "0/3");
    }

    @Test
    void whatHasNoValueHidesNothingAndWhatHasNoKeyIsHiddenByNothing() {
        ConsumerRecord<String, byte[]> tombstone =
                new ConsumerRecord<>(FIRST.topic(), FIRST.partition(), 1, "d1", null);

        assertThat(
                        newest(
                                Map.of(
                                        FIRST,
                                        List.of(
                                                record(FIRST, 0, "d1", null),
                                                tombstone,
                                                record(FIRST, 2, null, null),
                                                record(FIRST, 3, null, null)))))
                .containsExactly("0/0", "0/2", "0/3");
    }

    @Test
    void eachPartitionHasItsOwn() {
        assertThat(
                        newest(
                                Map.of(
                                        FIRST,
                                        List.of(record(FIRST, 5, "d1", "reported")),
                                        SECOND,
                                        List.of(record(SECOND, 7, "d1", "reported")))))
                .containsExactlyInAnyOrder("0/5", "1/7");
    }

    private static List<String> newest(
            Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> records) {
        return NewestRecords.of(new ConsumerRecords<>(records, Map.of())).stream()
                .map(record -> record.partition() + "/" + record.offset())
                .toList();
    }

    private static ConsumerRecord<String, byte[]> record(
            TopicPartition partition, long offset, String key, String type) {
        var record =
                new ConsumerRecord<>(
                        partition.topic(), partition.partition(), offset, key, new byte[] {1});
        if (type != null) {
            record.headers().add("ce_type", type.getBytes(UTF_8));
        }
        return record;
    }
}
