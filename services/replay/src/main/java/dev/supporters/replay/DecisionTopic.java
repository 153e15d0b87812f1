package dev.supporters.replay;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.supporters.platform.event.TopicContents;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.events.routing.v1.RoutingEvent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Recorded decisions on their topic. Each is given as it is read, since a topic may have those of a month. */
final class DecisionTopic {

    /** So long an address at which nobody answers is tried. */
    private static final String TIMEOUT_MILLIS = "10000";

    private final Map<String, String> kafka;
    private final ReplayFilter filter;

    /** With settings of a Kafka client, like {@code bootstrap.servers}. */
    DecisionTopic(Map<String, String> kafka, ReplayFilter filter) {
        this.filter = filter;
        Map<String, String> settings = new HashMap<>(kafka);
        settings.putIfAbsent("default.api.timeout.ms", TIMEOUT_MILLIS);
        settings.putIfAbsent("request.timeout.ms", TIMEOUT_MILLIS);
        this.kafka = Map.copyOf(settings);
    }

    /**
     * All that the topic has now and the filter takes.
     *
     * @return how many records are none of ours
     * @throws org.apache.kafka.common.KafkaException where the brokers do not answer
     */
    int read(Consumer<Recorded> decision) {
        int[] unreadable = {0};
        TopicContents.read(
                kafka,
                List.of(Topics.ROUTING),
                record -> {
                    try {
                        RoutingEvent event = RoutingEvent.parseFrom(value(record.value()));
                        if (filter.takes(event)) {
                            decision.accept(Recorded.of(event));
                        }
                    } catch (InvalidProtocolBufferException
                            | IllegalArgumentException
                            | Refusal e) {
                        unreadable[0]++;
                    }
                });
        return unreadable[0];
    }

    private static byte[] value(byte[] value) {
        return value == null ? new byte[0] : value;
    }
}
