package dev.supporters.faults.scenario;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.supporters.platform.event.Topics;
import dev.supporters.proto.events.move.v1.MoveSignalEvent;
import dev.supporters.stand.ServiceSpec;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two planners of moves, of which the one that plans is killed again and again: each is killed after the other, so one of any two kills
 * in a row meets the holder of the lease. Afterwards each tick's signals must be there once.
 */
final class PlannerKilled {

    static final String NAME = "planner-killed";
    static final String DESCRIPTION =
            "a second mlgateway from 23:15 on; from 23:25 to 00:45 one of the two is killed each 10 minutes, by turns, so that the one that plans moves is met; at 00:55 each tick's signals must be there once";

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration BETWEEN = Duration.ofMinutes(10);
    private static final int KILLS = 9;

    private PlannerKilled() {}

    static void play(FaultedNight night) throws InterruptedException {
        night.at("23:15").startSecond(List.of(ServiceSpec.MLGATEWAY));
        night.at("23:25");
        for (int kill = 0; kill < KILLS; kill++) {
            if (kill % 2 == 0) {
                night.kill(ServiceSpec.MLGATEWAY);
            } else {
                night.killSecond(ServiceSpec.MLGATEWAY);
            }
            night.pause(BETWEEN);
        }
        List<String> wrong = twice(signals(night.brokers()));
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("signals of a tick more than once: " + wrong);
        }
    }

    /**
     * A signal as it is on the topic.
     *
     * @param eventId the same in each record of an event that was published again
     * @param moveId which names the tick and the driver
     */
    record ReadSignal(String eventId, String moveId) {}

    /**
     * Signals of one driver and tick that are two events: two planners have planned the tick. That the relay publishes an event again is
     * none of it.
     *
     * @throws IllegalStateException if there are no signals at all: then nothing was tried
     */
    static List<String> twice(List<ReadSignal> signals) {
        if (signals.isEmpty()) {
            throw new IllegalStateException("no moves were signalled (expected: some)");
        }
        Map<String, String> events = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (ReadSignal signal : signals) {
            String before = events.putIfAbsent(signal.moveId(), signal.eventId());
            if (before != null && !before.equals(signal.eventId())) {
                twice.add(signal.moveId());
            }
        }
        return twice;
    }

    private static List<ReadSignal> signals(String brokers) {
        List<ReadSignal> signals = new ArrayList<>();
        Map<String, Object> config =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topics.MOVE_SIGNALS).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(POLL).forEach(record -> signals.add(signal(record)));
            }
        }
        return signals;
    }

    private static ReadSignal signal(ConsumerRecord<String, byte[]> record) {
        Header id = record.headers().lastHeader("ce_id");
        try {
            MoveSignalEvent event = MoveSignalEvent.parseFrom(record.value());
            return new ReadSignal(
                    new String(id.value(), StandardCharsets.UTF_8),
                    event.hasRestAdvised()
                            ? event.getRestAdvised().getAdviceId()
                            : event.getSignalled().getMoveId());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a signal that cannot be read: " + e.getMessage(), e);
        }
    }
}
