package dev.supporters.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import com.mongodb.MongoException;

import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.StoreErrors;
import dev.supporters.platform.refusal.UnexpectedAnswer;
import dev.supporters.platform.time.GrowingPause;
import dev.supporters.proto.common.v1.ErrorReason;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.opentelemetry.api.trace.Tracer;
import io.smallrye.common.annotation.Identifier;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** Takes events in and gives them out, the same way in every service. */
@ApplicationScoped
public class Events {

    private static final Logger LOG = Logger.getLogger(Events.class);
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    /** Records that were published without an outbox, and that no broker has. */
    private static final List<String> LOSSES = List.of("lost", "dropped");

    /** What becomes of an event that is taken in. */
    private static final List<String> OUTCOMES = List.of("handled", "retried", "dead", "skipped");

    /** With the pauses between them somewhat less than a minute: a remote part that restarts is back. */
    private static final int MOST_ANSWERS = 30;

    /** No more threads than can run at once, and few enough for small topics. */
    private static final int PARALLEL_READERS =
            Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    private final EventSender sender;
    private final DeadLetters deadLetters;
    private final EventSpans spans;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, Object> connection;
    private final long longestPauseMillis;
    private final TriedEvents tried;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<TopicReader> readers = new CopyOnWriteArrayList<>();
    private final NewestEvents newest = new NewestEvents();
    private final Map<String, SendQueue> queues = new ConcurrentHashMap<>();

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
                new TriedEvents(longestWait, System::nanoTime));
    }

    Events(
            EventSender sender,
            DeadLetters deadLetters,
            Tracer tracer,
            MeterRegistry meters,
            Clock clock,
            Map<String, Object> connection,
            long longestPauseMillis,
            TriedEvents tried) {
        this.sender = sender;
        this.deadLetters = deadLetters;
        spans = new EventSpans(tracer);
        this.meters = meters;
        this.clock = clock;
        this.connection = connection;
        this.longestPauseMillis = longestPauseMillis;
        this.tried = tried;
    }

    /**
     * Handles what one poll of a consumer group has brought, one record after the other, each in its trace and as {@link
     * #handle(ConsumerRecord, Parser, Consumer)} does. What goes to the dead letters' topic keeps nothing else open.
     *
     * @param channel whose records they are; its property {@code dead-letter-queue.topic} says where dead letters go
     */
    public <E extends Message> void handleAll(
            String channel,
            ConsumerRecords<String, byte[]> records,
            Parser<E> parser,
            Consumer<ReceivedEvent<E>> handler) {
        for (ConsumerRecord<String, byte[]> record : records) {
            requireOpen();
            spans.following(record, () -> handleOrPutAside(channel, record, parser, handler));
        }
    }

    private <E extends Message> void handleOrPutAside(
            String channel,
            ConsumerRecord<String, byte[]> record,
            Parser<E> parser,
            Consumer<ReceivedEvent<E>> handler) {
        try {
            handle(record, parser, handler);
        } catch (ProcessCloses e) {
            throw e;
        } catch (RuntimeException dead) {
            requireOpen(); // a store that closes is no fault of the event
            putAside(channel, record, dead);
        } catch (StackOverflowError dead) {
            counted(record.topic(), "dead");
            putAside(channel, record, dead);
        }
    }

    private void requireOpen() {
        if (closed.getCount() == 0) {
            throw new ProcessCloses();
        }
    }

    /** Until the broker has it: an event that nobody handled is not passed over before. */
    private void putAside(String channel, ConsumerRecord<String, byte[]> record, Throwable dead) {
        GrowingPause pause = pauses();
        boolean said = false;
        while (true) {
            try {
                deadLetters.put(channel, record, dead);
                LOG.infof(
                        "event is put aside channel=%s partition=%d offset=%d cause=%s",
                        channel,
                        record.partition(),
                        record.offset(),
                        dead.getClass().getSimpleName());
                return;
            } catch (RuntimeException e) {
                counted(
                        record.topic(),
                        "retried"); // the alert on events that are stuck counts these
                if (!said) {
                    LOG.warnf(
                            "dead letter is not taken; trying again channel=%s cause=%s",
                            channel, e.getMessage());
                    said = true;
                }
            }
            pause(pause.next().toMillis());
        }
    }

    /**
     * Handles a record of a consumer group. What fails because the store or a remote part does not answer, or refuses this process and
     * not the event, is tried again, with growing pauses, for a longest time ({@link TriedEvents}): order and facts are kept, and no event stands in the way of others for ever. Where the
     * remote part answers, but with a fault, this may be the event's, so it is tried again {@value #MOST_ANSWERS} times at most. After that
     * it is parked in the dead letter topic with its reason, as anything else is at once, also what nobody can read, and what the store
     * refuses for what it is.
     */
    public <E extends Message> void handle(
            ConsumerRecord<String, byte[]> record,
            Parser<E> parser,
            Consumer<ReceivedEvent<E>> handler) {
        ReceivedEvent<E> received = readable(record, parser);
        GrowingPause pause = pauses();
        int answers = 0;
        try (TriedEvents.Attempt attempt = tried.begin(record)) {
            while (true) {
                try {
                    handler.accept(received);
                    attempt.handled();
                    counted(record.topic(), "handled");
                    return;
                } catch (RuntimeException e) {
                    answers += answered(e) ? 1 : 0;
                    if (!transientFailure(e) || answers > MOST_ANSWERS) {
                        counted(record.topic(), "dead");
                        throw e;
                    }
                    if (attempt.failedForTooLong()) {
                        counted(record.topic(), "dead");
                        throw attempt.parked(e);
                    }
                    LOG.debugf(
                            "event is tried again topic=%s cause=%s",
                            record.topic(), e.getMessage());
                    counted(record.topic(), "retried");
                }
                pause(pause.next().toMillis());
            }
        }
    }

    private <E extends Message> ReceivedEvent<E> readable(
            ConsumerRecord<String, byte[]> record, Parser<E> parser) {
        try {
            return received(record, parser);
        } catch (RuntimeException e) {
            counted(record.topic(), "dead");
            throw e;
        }
    }

    /** An event of a type that this version does not know: counted, and passed over. */
    public void skipped(String topic, String type) {
        LOG.debugf("unknown event passed over topic=%s type=%s", topic, type);
        counted(topic, "skipped");
    }

    /**
     * Publishes without an outbox: for records whose loss in a crash is bearable. Returns at once; records of a topic keep their order.
     * While the broker is away only so many wait, the others are dropped and counted.
     */
    public void publish(Event event) {
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
            counted(event.topic(), "dropped");
        }
    }

    private SendQueue open(String topic) {
        LOSSES.forEach(loss -> results(topic, loss)); // from now on with 0, for the alerts
        return new SendQueue(topic);
    }

    private void send(Envelope envelope) {
        sender.send(envelope)
                .exceptionally(failure -> {
                    counted(envelope.topic(), "lost");
                    LOG.debugf(
                            "event is lost topic=%s cause=%s",
                            envelope.topic(), failure.getMessage());
                    return null;
                });
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
        boolean first = !followed().contains(topic);
        readers.add(reader);
        expect(topic);
        if (first) {
            meters.gauge(
                    "supporters_topic_reader_age_seconds",
                    Tags.of("topic", topic),
                    this,
                    events -> events.secondsSinceHeard(topic));
            meters.gauge(
                    "supporters_topic_reader_newest_event_seconds",
                    Tags.of("topic", topic),
                    newest,
                    times -> times.seconds(topic));
        }
        return reader;
    }

    /** Of the reader of this topic that has waited longest. */
    private double secondsSinceHeard(String topic) {
        return readers.stream()
                .filter(reader -> reader.topic().equals(topic))
                .mapToDouble(TopicReader::secondsSinceHeard)
                .max()
                .orElse(0);
    }

    /** The topics that should be followed, and have not been for longer than this in real time, though the broker is there. */
    Set<String> notFollowed(Duration patience) {
        return readers.stream()
                .filter(reader -> reader.secondsSinceTurn() > patience.toSeconds())
                .map(TopicReader::topic)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The topics that are followed. */
    Set<String> followed() {
        return readers.stream().map(TopicReader::topic).collect(Collectors.toSet());
    }

    private <E extends Message> void take(
            ConsumerRecord<String, byte[]> record,
            Parser<E> parser,
            Consumer<ReceivedEvent<E>> handler,
            LongConsumer taken) {
        try {
            handler.accept(received(record, parser));
            taken.accept(record.timestamp());
        } catch (RuntimeException e) {
            counted(record.topic(), "dead");
            LOG.error("event could not be followed topic=" + record.topic(), e);
        }
    }

    @PreDestroy
    void close() {
        closed.countDown();
        readers.forEach(TopicReader::close);
        queues.values().forEach(SendQueue::close);
    }

    private static <E extends Message> ReceivedEvent<E> received(
            ConsumerRecord<String, byte[]> record, Parser<E> parser) {
        Header id = record.headers().lastHeader("ce_id");
        String eventId =
                id == null
                        ? record.topic() + "/" + record.partition() + "/" + record.offset()
                        : new String(id.value(), UTF_8);
        if (record.value() == null) {
            throw new IllegalArgumentException(
                    "event " + eventId + " of " + record.topic() + " has no value");
        }
        try {
            return new ReceivedEvent<>(
                    eventId, record.key(), time(record), parser.parseFrom(record.value()));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(
                    "event " + eventId + " of " + record.topic() + " cannot be read", e);
        }
    }

    /** What its sender has said; the record's own is another one where a dead letter was given back. */
    private static Instant time(ConsumerRecord<String, byte[]> record) {
        Header said = record.headers().lastHeader("ce_time");
        if (said != null) {
            try {
                return Instant.parse(new String(said.value(), UTF_8));
            } catch (DateTimeParseException e) {
                LOG.debugf("time of an event cannot be read topic=%s", record.topic());
            }
        }
        return Instant.ofEpochMilli(record.timestamp());
    }

    private static boolean transientFailure(RuntimeException e) {
        return switch (e) {
            case Refusal refusal ->
                    ErrorReasons.failure(refusal.reason())
                            || ErrorReasons.refusesCaller(refusal.reason());
            case MongoException store -> StoreErrors.temporary(store);
            case UncheckedIOException io -> true;
            default -> false;
        };
    }

    /** Whether a remote part is there, and does not take the event all the same. */
    private static boolean answered(RuntimeException e) {
        return e instanceof UnexpectedAnswer
                || (e instanceof Refusal refusal
                        && refusal.reason() == ErrorReason.ERROR_REASON_INTERNAL);
    }

    private GrowingPause pauses() {
        return new GrowingPause(
                Duration.ofMillis(FIRST_PAUSE_MILLIS), Duration.ofMillis(longestPauseMillis));
    }

    private void pause(long millis) {
        try {
            if (closed.await(millis, TimeUnit.MILLISECONDS)) {
                throw new ProcessCloses();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProcessCloses();
        }
    }

    /** This process ends; the event is not acknowledged, so the next process gets it. */
    private static final class ProcessCloses extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        ProcessCloses() {
            super("closing; the event is not acknowledged");
        }
    }

    /** Counts what becomes of a topic's events, from now on with 0: an alert sees the first one that is dead. */
    void expect(String topic) {
        OUTCOMES.forEach(outcome -> results(topic, outcome));
        meters.gauge(
                "supporters_events_waiting_seconds",
                Tags.of("topic", topic),
                tried,
                events -> events.oldestSeconds(topic));
    }

    private void counted(String topic, String result) {
        results(topic, result).increment();
    }

    private Counter results(String topic, String result) {
        return meters.counter("supporters_events_total", "topic", topic, "result", result);
    }
}
