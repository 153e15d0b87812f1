package dev.supporters.load.shifts;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.supporters.platform.event.Topics;
import dev.supporters.proto.events.work.v1.WorkEvent;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Hears from the clock-in topic when each shift has ended, by the machine's clock. */
final class EndedShifts implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Instant> told = new HashMap<>();

    EndedShifts(String brokers) {
        consumer = TopicConsumers.fromTheBegin(brokers, Topics.WORK);
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
