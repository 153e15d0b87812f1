package dev.supporters.load.shifts;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.supporters.platform.event.Topics;
import dev.supporters.proto.events.work.v1.WorkEvent;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hears from the clock-in topic when each shift has ended, by the machine's clock. */
final class EndedShifts implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Instant> told = new HashMap<>();

    EndedShifts(String brokers) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(Topics.WORK).stream()
                        .map(found -> new TopicPartition(found.topic(), found.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** By shift; waits until there are so many, or until the time is over. */
    Map<String, Instant> await(int shifts, Instant most) throws InvalidProtocolBufferException {
        while (told.size() < shifts && Instant.now().isBefore(most)) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                WorkEvent event = WorkEvent.parseFrom(record.value());
                if (event.hasEnded()) {
                    told.putIfAbsent(
                            event.getWorkId(),
                            Instant.now()); // as heard: the event has the stand's clock
                }
            }
        }
        return Map.copyOf(told);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
