package dev.supporters.platform.event;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Publishes without an outbox, each topic's records one after the other. */
final class EventPublisher implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EventPublisher.class);

    private final EventSender sender;
    private final EventCounters counters;
    private final Clock clock;
    private final Map<String, SendQueue> queues = new ConcurrentHashMap<>();

    EventPublisher(EventSender sender, EventCounters counters, Clock clock) {
        this.sender = sender;
        this.counters = counters;
        this.clock = clock;
    }

    /** As {@link Events#publish} says. */
    void publish(Event event) {
        Envelope envelope =
                new Envelope(
                        UUID.randomUUID().toString(),
                        event.topic(),
                        event.key(),
                        event.type(),
                        clock.instant(),
                        TraceParent.current(),
                        event.payload().toByteArray());
        SendQueue queue = queues.computeIfAbsent(event.topic(), this::open);
        if (!queue.offer(() -> send(envelope))) {
            counters.count(event.topic(), "dropped");
        }
    }

    private SendQueue open(String topic) {
        counters.expectPublished(topic);
        return new SendQueue(topic);
    }

    private void send(Envelope envelope) {
        sender.send(envelope)
                .exceptionally(failure -> {
                    counters.count(envelope.topic(), "lost");
                    LOG.debugf(
                            "event is lost topic=%s cause=%s",
                            envelope.topic(), failure.getMessage());
                    return null;
                });
    }

    @Override
    public void close() {
        queues.values().forEach(SendQueue::close);
    }
}
