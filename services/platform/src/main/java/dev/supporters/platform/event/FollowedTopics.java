package dev.supporters.platform.event;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** The topics that views in memory follow, and how far each is. */
final class FollowedTopics implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(FollowedTopics.class);

    private final Map<String, Object> connection;
    private final Clock clock;
    private final EventSpans spans;
    private final EventCounters counters;
    private final MeterRegistry meters;
    private final List<TopicReader> readers = new CopyOnWriteArrayList<>();
    private final NewestEvents newest = new NewestEvents();

    FollowedTopics(
            Map<String, Object> connection,
            Clock clock,
            EventSpans spans,
            EventCounters counters,
            MeterRegistry meters) {
        this.connection = connection;
        this.clock = clock;
        this.spans = spans;
        this.counters = counters;
        this.meters = meters;
    }

    /** As {@link Events#followInParallel} says, on so many threads. */
    <E extends Message> TopicReader follow(
            String topic,
            Parser<E> parser,
            StartPosition from,
            int threads,
            Consumer<ReceivedEvent<E>> handler) {
        LongConsumer taken = newest.reader(topic);
        TopicReader reader =
                new TopicReader(
                        connection,
                        topic,
                        from,
                        clock,
                        threads,
                        (record, news) -> {
                            if (news) {
                                spans.following(record, () -> take(record, parser, handler, taken));
                            } else {
                                take(record, parser, handler, taken);
                            }
                        });
        boolean first = !topics().contains(topic);
        readers.add(reader);
        if (first) {
            gauges(topic);
        }
        return reader;
    }

    private void gauges(String topic) {
        meters.gauge(
                "supporters_topic_reader_age_seconds",
                Tags.of("topic", topic),
                this,
                followed -> followed.secondsSinceHeard(topic));
        meters.gauge(
                "supporters_topic_reader_newest_event_seconds",
                Tags.of("topic", topic),
                newest,
                times -> times.seconds(topic));
    }

    private <E extends Message> void take(
            ConsumerRecord<String, byte[]> record,
            Parser<E> parser,
            Consumer<ReceivedEvent<E>> handler,
            LongConsumer taken) {
        try {
            handler.accept(ReceivedEvent.of(record, parser));
            taken.accept(record.timestamp());
        } catch (RuntimeException e) {
            counters.count(record.topic(), "dead");
            LOG.error("event could not be followed topic=" + record.topic(), e);
        }
    }

    /** Of the reader of this topic that has waited longest. */
    private double secondsSinceHeard(String topic) {
        return readers.stream()
                .filter(reader -> reader.topic().equals(topic))
                .mapToDouble(TopicReader::secondsSinceHeard)
                .max()
                .orElse(0);
    }

    /** Those that should be followed, and have not been for longer than this in real time, though the broker is there. */
    Set<String> notFollowed(Duration patience) {
        return readers.stream()
                .filter(reader -> reader.secondsSinceTurn() > patience.toSeconds())
                .map(TopicReader::topic)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> topics() {
        return readers.stream().map(TopicReader::topic).collect(Collectors.toSet());
    }

    @Override
    public void close() {
        readers.forEach(TopicReader::close);
    }
}
