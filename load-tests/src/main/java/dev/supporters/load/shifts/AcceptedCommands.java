package dev.supporters.load.shifts;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.supporters.platform.event.Topics;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Hears from the activity topic when each command has been accepted by silence. */
final class AcceptedCommands implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Instant> heard = new HashMap<>();

    AcceptedCommands(String brokers) {
        consumer = TopicConsumers.fromTheBegin(brokers, Topics.ACTIVITY);
    }

    /** By command, by the given clock; waits until all are there, or until the machine's clock shows `most`. */
    Map<String, Instant> await(Set<String> commandIds, Clock clock, Instant most)
            throws InvalidProtocolBufferException {
        while (!heard.keySet().containsAll(commandIds) && Instant.now().isBefore(most)) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                ActivityEvent event = ActivityEvent.parseFrom(record.value());
                if (event.hasAccepted()
                        && event.getAccepted().getBySilence()
                        && commandIds.contains(event.getCommandId())) {
                    heard.putIfAbsent(event.getCommandId(), clock.instant());
                }
            }
        }
        return Map.copyOf(heard);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
