package dev.supporters.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.UnexpectedAnswer;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.work.v1.WorkEvent;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

@Timeout(30)
class EventsTest {

    private static final String TOPIC = "topic";
    private static final Event RECORD =
            new Event(TOPIC, "key", "type", WorkEvent.getDefaultInstance());
    private static final byte[] EVENT = WorkEvent.newBuilder().setVersion(7).build().toByteArray();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger tries = new AtomicInteger();
    private final List<String> aside = new ArrayList<>();
    private Throwable dead;
    private DeadLetters deadLetters =
            (channel, record, why) -> {
                aside.add(channel + "/" + record.offset() + ": " + why.getMessage());
                dead = why;
            };
    private final AtomicLong nanos = new AtomicLong();
    private final Events events = events(envelope -> CompletableFuture.completedFuture(null));

    @Test
    void handlesAnEventOnce() {
        handle(EVENT, () -> {});

        assertThat(tries).hasValue(1);
        assertThat(counted("handled")).isEqualTo(1);
    }

    /** An alert sees the first event that is dead only if there was a 0 before. */
    @Test
    void whatBecomesOfATopicsEventsIsCountedFromZeroOn() {
        events.expect(TOPIC);

        assertThat(meters.find("supporters_events_total").tag("topic", TOPIC).counters())
                .extracting(counter -> counter.getId().getTag("result"))
                .containsExactlyInAnyOrder("handled", "retried", "dead", "skipped");
    }

    @Test
    void whatNobodyCanReadIsCountedAndRefused() {
        assertThatThrownBy(() -> handle(new byte[] {-1, -1, -1}, () -> {}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> handle(null, () -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no value");

        assertThat(counted("dead")).isEqualTo(2);
        assertThat(tries).hasValue(0);
    }

    @Test
    void triesAgainUntilTheStoreIsThere() {
        handle(
                EVENT,
                () -> {
                    if (tries.get() < 3) {
                        throw new MongoTimeoutException("no server");
                    }
                });

        assertThat(counted("retried")).isEqualTo(2);
        assertThat(counted("handled")).isEqualTo(1);
    }

    @Test
    void aDocumentThatTheStoreNeverTakesIsNotTriedAgain() {
        assertThatThrownBy(() ->
                        handle(
                                EVENT,
                                () -> {
                                    throw new MongoException(10334, "BSONObjectTooLarge");
                                }))
                .isInstanceOf(MongoException.class);

        assertThat(tries).hasValue(1);
        assertThat(counted("dead")).isEqualTo(1);
    }

    @Test
    void aBrokerThatTakesNothingKeepsNobodyWaitingAndWhatHasNoRoomIsDroppedAndCounted()
            throws InterruptedException {
        CountDownLatch back = new CountDownLatch(1);
        CountDownLatch sent = new CountDownLatch(1 + SendQueue.MOST_WAITING);
        Events toThatBroker =
                events(envelope -> {
                    awaitUninterruptibly(back);
                    sent.countDown();
                    return CompletableFuture.completedFuture(null);
                });

        for (int i = 0; i < 1 + SendQueue.MOST_WAITING + 3; i++) {
            toThatBroker.publish(RECORD);
        }

        assertThat(counted("dropped")).isEqualTo(3);
        back.countDown();
        sent.await();
        assertThat(counted("lost")).isZero();
    }

    @Test
    void whatTheBrokerDoesNotTakeIsCountedAsLost() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        CountDownLatch asked = new CountDownLatch(1);
        Events toThatBroker =
                events(envelope -> {
                    asked.countDown();
                    return answer;
                });
        toThatBroker.publish(RECORD);
        awaitUninterruptibly(asked);
        assertThat(meters.get("supporters_events_total").tag("result", "lost").counter().count())
                .isZero();

        toThatBroker.publish(RECORD);
        answer.completeExceptionally(new IllegalStateException("away"));
        toThatBroker.close();

        Awaitility.await().untilAsserted(() -> assertThat(counted("lost")).isEqualTo(2));
    }

    @Test
    void anEventThatARemotePartAnswersWithAFaultStandsInNobodysWayForEver() {
        for (Refusal fault :
                List.of(
                        UnexpectedAnswer.of("legacy", 500),
                        UnexpectedAnswer.of("legacy", 401),
                        UnexpectedAnswer.of("legacy", 404),
                        new Refusal(
                                ErrorReason.ERROR_REASON_INTERNAL,
                                "an internal fault",
                                "an answer"))) {
            tries.set(0);

            assertThatThrownBy(() ->
                            handle(
                                    EVENT,
                                    () -> {
                                        throw fault;
                                    }))
                    .isSameAs(fault);

            assertThat(tries).hasValue(31);
        }
        assertThat(counted("dead")).isEqualTo(4);
    }

    /** While tokens are replaced, or where a right is missing: that is no fault of the event. */
    @Test
    void anEventWaitsUntilARemotePartTakesTheTokenOfThisProcess() {
        for (ErrorReason reason :
                List.of(
                        ErrorReason.ERROR_REASON_UNAUTHENTICATED,
                        ErrorReason.ERROR_REASON_CALLER_NOT_ALLOWED)) {
            tries.set(0);

            handle(
                    EVENT,
                    () -> {
                        if (tries.get() < 60) {
                            throw new Refusal(reason, "a token", "a known one");
                        }
                    });

            assertThat(tries).hasValue(60);
        }
        assertThat(counted("dead")).isZero();
    }

    @Test
    void waitsForARemotePartThatIsAwayLongerThanForOneThatAnswersWithAFault() {
        handle(
                EVENT,
                () -> {
                    if (tries.get() < 60) {
                        throw UnexpectedAnswer.of("legacy", 503);
                    }
                });

        assertThat(tries).hasValue(60);
        assertThat(counted("handled")).isEqualTo(1);
    }

    @Test
    void whatCannotBeHandledIsPutAsideAndKeepsNothingOfAPollOpen() {
        List<Long> handled = new ArrayList<>();

        events.handleAll(
                "channel",
                records(EVENT, new byte[] {-1, -1, -1}, null, EVENT, EVENT),
                WorkEvent.parser(),
                received -> {
                    if (handled.size() == 1) {
                        handled.add(-1L);
                        throw new IllegalStateException("a fault of ours");
                    }
                    handled.add(received.event().getVersion());
                });

        assertThat(handled).containsExactly(7L, -1L, 7L);
        assertThat(aside)
                .satisfiesExactly(
                        unreadable -> assertThat(unreadable).startsWith("channel/1: "),
                        empty -> assertThat(empty).startsWith("channel/2: ").contains("no value"),
                        fault -> assertThat(fault).isEqualTo("channel/3: a fault of ours"));
        assertThat(counted("handled")).isEqualTo(2);
        assertThat(counted("dead")).isEqualTo(3);
    }

    @Test
    void whatIsBehindADeadEventIsHandledWhenTheBrokerHasTheDeadLetterAndNotBefore() {
        AtomicInteger refused = new AtomicInteger();
        List<String> order = new ArrayList<>();
        deadLetters =
                (channel, record, why) -> {
                    if (refused.incrementAndGet() < 5) {
                        throw new IllegalStateException("the broker is away");
                    }
                    order.add("aside");
                };

        events(envelope -> CompletableFuture.completedFuture(null))
                .handleAll(
                        "channel",
                        records(new byte[] {-1}, EVENT),
                        WorkEvent.parser(),
                        received -> order.add("handled"));

        assertThat(order).containsExactly("aside", "handled");
        assertThat(refused).hasValue(5);
        assertThat(counted("retried")).as("what the alert on stuck events counts").isEqualTo(4);
    }

    @Test
    void whatCannotBePutAsideHasAnAgeUntilTheBrokerHasIt() {
        List<Double> ages = new ArrayList<>();
        deadLetters =
                (channel, record, why) -> {
                    ages.add(deadLetterAge());
                    nanos.addAndGet(Duration.ofSeconds(40).toNanos());
                    if (ages.size() < 4) {
                        throw new IllegalStateException("the broker refuses it");
                    }
                };
        Events refused = events(envelope -> CompletableFuture.completedFuture(null));
        refused.expect(TOPIC);
        List<String> warnings = new ArrayList<>();

        try (LogListener _ = new LogListener(DeadLetterDelivery.class, warnings)) {
            refused.handleAll(
                    "channel", records(new byte[] {-1}), WorkEvent.parser(), received -> {});
        }

        assertThat(ages).containsExactly(0.0, 40.0, 80.0, 120.0);
        assertThat(deadLetterAge()).isZero();
        assertThat(warnings)
                .as("once when it is not taken, and once a minute")
                .satisfiesExactly(
                        first -> assertThat(first).contains("offset=0 seconds=40 cause=the broker"),
                        again -> assertThat(again).contains("offset=0 seconds=120 cause="));
    }

    private double deadLetterAge() {
        return meters.get("supporters_dead_letters_waiting_seconds")
                .tag("topic", TOPIC)
                .gauge()
                .value();
    }

    @Test
    void whoClosesAcknowledgesNothingThatIsNotHandled() {
        deadLetters =
                (channel, record, why) -> {
                    throw new IllegalStateException("the broker is away");
                };
        Events closing = events(envelope -> CompletableFuture.completedFuture(null));
        closing.close();

        assertThatThrownBy(() ->
                        closing.handleAll(
                                "channel",
                                records(new byte[] {-1}, EVENT),
                                WorkEvent.parser(),
                                received -> tries.incrementAndGet()))
                .hasMessageContaining("not acknowledged");
        assertThat(tries).hasValue(0);
    }

    /** A store that closes refuses everything: that is no fault of the events that are left of a poll. */
    @Test
    void whoClosesPutsNothingAside() {
        Events closing = events(envelope -> CompletableFuture.completedFuture(null));

        assertThatThrownBy(() ->
                        closing.handleAll(
                                "channel",
                                records(EVENT, EVENT, EVENT),
                                WorkEvent.parser(),
                                received -> {
                                    tries.incrementAndGet();
                                    closing.close();
                                    throw new IllegalStateException("the store is closed");
                                }))
                .hasMessageContaining("not acknowledged");

        assertThat(tries).hasValue(1);
        assertThat(aside).isEmpty();
    }

    @Test
    void whoClosesWhileAnEventIsTriedAgainPutsItNotAside() {
        Events closing = events(envelope -> CompletableFuture.completedFuture(null));

        assertThatThrownBy(() ->
                        closing.handle(
                                "channel",
                                new ConsumerRecord<>(TOPIC, 0, 0, "key", EVENT),
                                WorkEvent.parser(),
                                received -> {
                                    closing.close();
                                    throw new MongoTimeoutException("no server");
                                }))
                .hasMessageContaining("not acknowledged");

        assertThat(aside).isEmpty();
        assertThat(counted("dead")).isZero();
    }

    @Test
    void anErrorThatOneEventMakesPutsThisEventAsideAndTheNextIsHandled() {
        events.handleAll(
                "channel",
                records(EVENT, EVENT),
                WorkEvent.parser(),
                received -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new NoClassDefFoundError("left out of the image");
                    }
                });

        assertThat(aside).containsExactly("channel/0: left out of the image");
        assertThat(tries).hasValue(2);
        assertThat(counted("dead")).isEqualTo(1);
    }

    @Test
    void aProcessThatHasNoMemoryLeftPutsNothingAside() {
        assertThatThrownBy(() ->
                        handle(
                                EVENT,
                                () -> {
                                    throw new OutOfMemoryError("of a test");
                                }))
                .isInstanceOf(OutOfMemoryError.class);

        assertThat(aside).isEmpty();
    }

    /** The record's own time is another one where a dead letter was given back. */
    @Test
    void anEventHappenedWhenItsSenderSays() {
        List<Instant> times = new ArrayList<>();
        ConsumerRecords<String, byte[]> records = records(EVENT, EVENT, EVENT);
        List<ConsumerRecord<String, byte[]>> all = records.records(new TopicPartition(TOPIC, 0));
        all.get(0).headers().add("ce_time", "2026-11-20T13:00:00Z".getBytes(UTF_8));
        all.get(1).headers().add("ce_time", "tomorrow".getBytes(UTF_8));

        events.handleAll(
                "channel", records, WorkEvent.parser(), received -> times.add(received.time()));

        Instant ofTheRecord = Instant.ofEpochMilli(all.get(2).timestamp());
        assertThat(times)
                .containsExactly(Instant.parse("2026-11-20T13:00:00Z"), ofTheRecord, ofTheRecord);
    }

    private static ConsumerRecords<String, byte[]> records(byte[]... values) {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (byte[] value : values) {
            records.add(new ConsumerRecord<>(TOPIC, 0, records.size(), "key", value));
        }
        return new ConsumerRecords<>(Map.of(partition, records), Map.of());
    }

    @Test
    void whatFailsForTheLongestTimeIsParkedWithItsReason() {
        assertThatThrownBy(() -> handle(EVENT, () -> away(Duration.ofMinutes(20))))
                .hasMessageStartingWith("tried for 3600 s in vain: ")
                .hasMessageContaining("legacy answered 503")
                .hasCauseInstanceOf(Refusal.class);

        assertThat(tries).hasValue(3);
        assertThat(counted("retried")).isEqualTo(2);
        assertThat(counted("dead")).isEqualTo(1);
    }

    @Test
    void whatFollowsOfTheSameKeyWaitsForAShortTimeOnlyUntilOneIsHandled() {
        assertThatThrownBy(() -> handle(EVENT, () -> away(Duration.ofHours(1))));
        tries.set(0);

        assertThatThrownBy(() -> handle(EVENT, () -> away(Duration.ofSeconds(5))))
                .hasMessageStartingWith("tried for 10 s in vain");
        assertThat(tries).hasValue(2);
        handle(EVENT, () -> {});
        tries.set(0);
        assertThatThrownBy(() -> handle(EVENT, () -> away(Duration.ofMinutes(30))))
                .hasMessageStartingWith("tried for 3600 s");

        assertThat(tries).hasValue(2);
    }

    @Test
    void anotherKeyHasItsOwnTime() {
        assertThatThrownBy(() -> handle(EVENT, () -> away(Duration.ofHours(1))));
        tries.set(0);

        handle(
                "another",
                EVENT,
                () -> {
                    if (tries.get() < 4) {
                        away(Duration.ofMinutes(10));
                    }
                });

        assertThat(counted("handled")).isEqualTo(1);
    }

    @Test
    void theAgeOfWhatIsTriedAgainIsToldUntilItIsOver() {
        events.expect(TOPIC);
        List<Double> ages = new ArrayList<>();

        handle(
                EVENT,
                () -> {
                    ages.add(age());
                    if (tries.get() < 3) {
                        away(Duration.ofSeconds(90));
                    }
                });

        assertThat(ages).containsExactly(0.0, 90.0, 180.0);
        assertThat(age()).isZero();
        assertThatThrownBy(() -> handle(EVENT, () -> away(Duration.ofHours(2))));
        assertThat(age()).isZero();
    }

    /** Takes so long and fails. */
    private void away(Duration time) {
        nanos.addAndGet(time.toNanos());
        throw UnexpectedAnswer.of("legacy", 503);
    }

    private double age() {
        return meters.get("supporters_events_waiting_seconds").tag("topic", TOPIC).gauge().value();
    }

    private Events events(EventSender sender) {
        return new Events(
                sender,
                deadLetters,
                OpenTelemetry.noop().getTracer("test"),
                meters,
                Clock.systemUTC(),
                Map.of(),
                1,
                Duration.ofHours(1),
                nanos::get);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void handle(byte[] value, Runnable handler) {
        handle("key", value, handler);
    }

    /** Throws why it was put aside. */
    private void handle(String key, byte[] value, Runnable handler) {
        dead = null;
        events.handle(
                "channel",
                new ConsumerRecord<>(TOPIC, 0, 0, key, value),
                WorkEvent.parser(),
                received -> {
                    tries.incrementAndGet();
                    handler.run();
                });
        switch (dead) {
            case null -> {}
            case RuntimeException failure -> throw failure;
            case Error error -> throw error;
            default -> throw new AssertionError(dead);
        }
    }

    private double counted(String result) {
        return meters.counter("supporters_events_total", "topic", TOPIC, "result", result).count();
    }
}
