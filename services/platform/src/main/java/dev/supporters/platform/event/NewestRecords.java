package dev.supporters.platform.event;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Of what a poll has brought the newest record of each key and type, without a look into the others. Those without a value say nothing. */
final class NewestRecords {

    /** So many in one poll that most keys of a partition come in it several times. */
    static final int MOST_IN_A_POLL = 20_000;

    /** Room for that many positions. */
    static final int PARTITION_BYTES = 6 * 1024 * 1024;

    private static final ByteBuffer UNTYPED = ByteBuffer.allocate(0);

    private NewestRecords() {}

    /** In the order in which they came. */
    static List<ConsumerRecord<String, byte[]>> of(ConsumerRecords<String, byte[]> records) {
        List<ConsumerRecord<String, byte[]>> newest = new ArrayList<>();
        records.partitions().forEach(p -> newest.addAll(newest(records.records(p)).reversed()));
        return newest;
    }

    /** From the last to the first. */
    private static List<ConsumerRecord<String, byte[]>> newest(
            List<ConsumerRecord<String, byte[]>> records) {
        Set<Kind> found = new HashSet<>();
        List<ConsumerRecord<String, byte[]>> kept = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records.reversed()) {
            if (record.value() != null && (record.key() == null || found.add(Kind.of(record)))) {
                kept.add(record);
            }
        }
        return kept;
    }

    private record Kind(String key, ByteBuffer type) {

        static Kind of(ConsumerRecord<String, byte[]> record) {
            Header type = record.headers().lastHeader("ce_type");
            return new Kind(
                    record.key(),
                    type == null || type.value() == null ? UNTYPED : ByteBuffer.wrap(type.value()));
        }
    }
}
