package dev.supporters.platform.event;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.opentelemetry.api.trace.Tracer;
import io.smallrye.common.annotation.Identifier;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Takes events in and gives them out, the same way in every service: for consumer groups, for views in memory, and without an outbox. */
@ApplicationScoped
public class Events {

    private static final Logger LOG = Logger.getLogger(Events.class);
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    /** No more threads than can run at once, and few enough for small topics. */
    private static final int PARALLEL_READERS =
            Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    private final MeterRegistry meters;
    private final ProcessEnd end = new ProcessEnd();
    private final EventCounters counters;
    private final TriedEvents tried;
    private final DeadLetterDelivery deadLetters;
    private final GroupEventHandler groups;
    private final FollowedTopics followed;
    private final EventPublisher publisher;

    @Inject
    public Events(
            EventSender sender,
            DeadLetters deadLetters,
            Tracer tracer,
            MeterRegistry meters,
            Clock clock,
            @Identifier(KafkaConnection.NAME) Map<String, Object> connection,
            @ConfigProperty(name = "supporters.events.longest-wait", defaultValue = "1h")
                    Duration longestWait) {
        this(
                sender,
                deadLetters,
                tracer,
                meters,
                clock,
                connection,
                LONGEST_PAUSE_MILLIS,
                longestWait,
                System::nanoTime);
    }

    Events(
            EventSender sender,
            DeadLetters deadLetters,
            Tracer tracer,
            MeterRegistry meters,
            Clock clock,
            Map<String, Object> connection,
            long longestPauseMillis,
            Duration longestWait,
            LongSupplier nanos) {
        RefusedRecordsLog.open();
        this.meters = meters;
        EventSpans spans = new EventSpans(tracer);
        counters = new EventCounters(meters);
        tried = new TriedEvents(longestWait, nanos);
        this.deadLetters = new DeadLetterDelivery(deadLetters, counters, nanos);
        groups =
                new GroupEventHandler(
                        spans, counters, tried, this.deadLetters, end, longestPauseMillis);
        followed = new FollowedTopics(connection, clock, spans, counters, meters);
        publisher = new EventPublisher(sender, counters, clock);
    }

    /**
     * Handles what one poll of a consumer group has brought, one record after the other, each in its trace and as {@link
     * #handle(String, ConsumerRecord, Parser, Consumer)} does. What goes to the dead letters' topic keeps nothing else open.
     *
     * @param channel whose records they are; its property {@code dead-letter-queue.topic} says where dead letters go
     */
    public <E extends Message> void handleAll(
            String channel,
            ConsumerRecords<String, byte[]> records,
            Parser<E> parser,
            Consumer<ReceivedEvent<E>> handler) {
        groups.handleAll(channel, records, parser, handler);
    }

    /**
     * Handles a record of a consumer group. What fails because the store or a remote part does not answer, or refuses this process and
     * not the event, is tried again, with growing pauses, for a longest time ({@link TriedEvents}): order and facts are kept, and no event stands in the way of others for ever. Where the
     * remote part answers, but with a fault, this may be the event's, so it is tried again {@value GroupEventHandler#MOST_ANSWERS} times at most. After that
     * it is parked in the dead letter topic with its reason, as anything else is at once, also what nobody can read, and what the store
     * refuses for what it is. Throws where the process ends before: then it is not acknowledged.
     *
     * @param channel whose record it is; its property {@code dead-letter-queue.topic} says where dead letters go
     */
    public <E extends Message> void handle(
            String channel,
            ConsumerRecord<String, byte[]> record,
            Parser<E> parser,
            Consumer<ReceivedEvent<E>> handler) {
        groups.handle(channel, record, parser, handler);
    }

    /** An event of a type that this version does not know: counted, and passed over. */
    public void skipped(String topic, String type) {
        LOG.debugf("unknown event passed over topic=%s type=%s", topic, type);
        counters.count(topic, "skipped");
    }

    /**
     * Publishes without an outbox: for records whose loss in a crash is bearable. Returns at once; records of a topic keep their order.
     * While the broker is away only so many wait, the others are dropped and counted.
     */
    public void publish(Event event) {
        publisher.publish(event);
    }

    /** Reads a whole topic in this process, without a group: for views in memory. The handler gets one event after the other. */
    public <E extends Message> TopicReader follow(
            String topic,
            Parser<E> parser,
            StartPosition from,
            Consumer<ReceivedEvent<E>> handler) {
        return follow(topic, parser, from, 1, handler);
    }

    /**
     * The same, for topics with so many events that one thread would be long at a start. The handler gets events of one key one after
     * the other, and events of different keys at the same time.
     */
    public <E extends Message> TopicReader followInParallel(
            String topic,
            Parser<E> parser,
            StartPosition from,
            Consumer<ReceivedEvent<E>> handler) {
        return follow(topic, parser, from, PARALLEL_READERS, handler);
    }

    private <E extends Message> TopicReader follow(
            String topic,
            Parser<E> parser,
            StartPosition from,
            int threads,
            Consumer<ReceivedEvent<E>> handler) {
        expect(topic);
        return followed.follow(topic, parser, from, threads, handler);
    }

    /** The topics that should be followed, and have not been for longer than this in real time, though the broker is there. */
    Set<String> notFollowed(Duration patience) {
        return followed.notFollowed(patience);
    }

    /** The topics that are followed. */
    Set<String> followed() {
        return followed.topics();
    }

    /** Tells what becomes of a topic's events, from now on. */
    void expect(String topic) {
        counters.expectTakenIn(topic);
        meters.gauge(
                "supporters_events_waiting_seconds",
                Tags.of("topic", topic),
                tried,
                events -> events.oldestSeconds(topic));
        meters.gauge(
                "supporters_dead_letters_waiting_seconds",
                Tags.of("topic", topic),
                deadLetters,
                letters -> letters.oldestSeconds(topic));
    }

    @PreDestroy
    void close() {
        RefusedRecordsLog.close();
        end.come();
        followed.close();
        publisher.close();
    }
}
