package dev.supporters.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.supporters.platform.event.Envelope;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.EventSender;
import dev.supporters.platform.time.Scheduler;
import dev.supporters.proto.common.v1.Money;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import jakarta.enterprise.event.Shutdown;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

@Timeout(30)
class OutboxRelayTest {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Broker broker = new Broker();
    private final Documents documents = new Documents();
    private final OutboxRelay relay =
            new OutboxRelay(
                    broker,
                    new Standing(),
                    threads,
                    meters,
                    new Times(Duration.ZERO, Duration.ZERO));

    @AfterEach
    void close() {
        broker.answerAll();
        threads.close();
    }

    @Test
    void aBrokerThatTakesNothingKeepsNoWriterWaiting() {
        broker.block();

        for (int i = 0; i < OutboxRelay.MOST_UNDER_WAY; i++) {
            relay.publish(documents, documents.write("document-" + i));
        }

        assertThat(failures()).isZero();
        assertThat(documents.waiting(1)).isNotEmpty();
    }

    @Test
    void whatHasNoRoomWaitsInItsDocumentForTheSweep() {
        broker.block();
        for (int i = 0; i <= OutboxRelay.MOST_UNDER_WAY; i++) {
            relay.publish(documents, documents.write("document-" + i));
        }
        assertThat(failures()).isEqualTo(1);

        // When the broker is back
        broker.answerAll();
        threads.close();
        OutboxRelay later = relayOnThisThread();
        later.watch(documents);
        later.sweep();

        assertThat(documents.waiting(1)).isEmpty();
        assertThat(broker.sent).hasSize(OutboxRelay.MOST_UNDER_WAY + 1);
    }

    @Test
    void aLaterEventOfADocumentIsNotSentBeforeTheBrokerHasTheEarlierOne() {
        broker.block();
        relay.publish(documents, documents.write("a"));
        broker.awaitBlocked();
        relay.publish(documents, documents.write("a"));
        assertThat(broker.sent).isEmpty();

        broker.answerAll();
        threads.close();

        assertThat(broker.sent).containsExactly("a/1", "a/2");
        assertThat(documents.waiting(1)).isEmpty();
    }

    @Test
    void afterAFailedSendTheLaterEventsOfTheDocumentWaitForTheEarlierOnes() {
        OutboxRelay here = relayOnThisThread();
        here.watch(documents);
        documents.write("a");
        documents.write("a");
        broker.failNext();

        here.publish(documents, documents.write("a"));
        assertThat(broker.sent).isEmpty();
        assertThat(failures()).isEqualTo(1);

        here.publish(documents, documents.write("a"));
        assertThat(broker.sent).containsExactly("a/1", "a/2", "a/3", "a/4");
        assertThat(documents.waiting(1)).isEmpty();
    }

    @Test
    void anOlderViewOfADocumentDoesNotReplaceANewerOne() {
        broker.block();
        relay.publish(documents, documents.write("a"));
        broker.awaitBlocked();
        Outbox.WaitingEvents older = documents.write("a");
        relay.publish(documents, documents.write("a"));
        relay.publish(documents, older);

        broker.answerAll();
        threads.close();

        assertThat(broker.sent).containsExactly("a/1", "a/2", "a/3");
    }

    @Test
    void aStoreThatFailsAfterTheSendMakesNoSecondOne() {
        OutboxRelay here = relayOnThisThread();
        here.watch(documents);
        documents.failing = true;
        here.publish(documents, documents.write("a"));
        documents.failing = false;

        here.sweep();

        assertThat(broker.sent).containsExactly("a/1");
        assertThat(documents.waiting(1)).isEmpty();
    }

    @Test
    void publishedEventsOfSeveralDocumentsAreTakenOutTogether() {
        // Given a pause that is longer than this test
        OutboxRelay patient =
                new OutboxRelay(
                        broker,
                        new Standing(),
                        new ThisThread(),
                        meters,
                        new Times(Duration.ZERO, Duration.ofHours(1)));
        patient.publish(documents, documents.write("a"));
        patient.publish(documents, documents.write("b"));
        patient.publish(documents, documents.write("a"));
        assertThat(broker.sent).containsExactly("a/1", "b/1", "a/2");
        assertThat(documents.waiting(9)).hasSize(2);

        // When the process ends in order
        patient.close(new Shutdown());

        assertThat(documents.waiting(9)).isEmpty();
        assertThat(documents.removals).isEqualTo(1);
    }

    @Test
    void aFunctionThatStopsStillWrites() {
        threads.close();

        assertThatCode(() -> relay.publish(documents, documents.write("a")))
                .doesNotThrowAnyException();
    }

    private OutboxRelay relayOnThisThread() {
        return new OutboxRelay(
                broker,
                new Standing(),
                new ThisThread(),
                meters,
                new Times(Duration.ZERO, Duration.ZERO));
    }

    private double failures() {
        return meters.counter("supporters_outbox_failures_total").count();
    }

    /** Takes events at once, or keeps their senders waiting. */
    private static final class Broker implements EventSender {

        private final List<String> sent = new ArrayList<>();
        private boolean blocking;
        private boolean failing;
        private int blocked;

        @Override
        public synchronized CompletableFuture<Void> send(Envelope envelope) {
            blocked += blocking ? 1 : 0;
            notifyAll();
            waitWhile(() -> blocking);
            if (failing) {
                failing = false;
                return CompletableFuture.failedFuture(new IllegalStateException("away"));
            }
            sent.add(envelope.id());
            return CompletableFuture.completedFuture(null);
        }

        synchronized void block() {
            blocking = true;
        }

        synchronized void failNext() {
            failing = true;
        }

        synchronized void answerAll() {
            blocking = false;
            notifyAll();
        }

        synchronized void awaitBlocked() {
            waitWhile(() -> blocked == 0);
        }

        private synchronized void waitWhile(BooleanSupplier condition) {
            try {
                while (condition.getAsBoolean()) {
                    wait();
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Documents whose events have the ids "document/version". */
    private static final class Documents implements Outbox.Source {

        private final Map<String, List<Document>> outboxes = new LinkedHashMap<>();
        private final Map<String, Integer> versions = new LinkedHashMap<>();
        private boolean failing;
        private int removals;

        synchronized Outbox.WaitingEvents write(String documentId) {
            int version = versions.merge(documentId, 1, Integer::sum);
            Event event = new Event("topic", documentId, "type", Money.newBuilder().build());
            outboxes.computeIfAbsent(documentId, id -> new ArrayList<>())
                    .add(OutboxEntry.write(documentId + "/" + version, event, Instant.EPOCH));
            return waiting(documentId);
        }

        @Override
        public synchronized List<Outbox.WaitingEvents> waiting(int limit) {
            return outboxes.keySet().stream()
                    .filter(id -> !outboxes.get(id).isEmpty())
                    .limit(limit)
                    .map(this::waiting)
                    .toList();
        }

        @Override
        public synchronized void remove(Map<String, List<String>> eventIdsByDocument) {
            if (failing) {
                throw new IllegalStateException("the store is away");
            }
            removals++;
            eventIdsByDocument.forEach((documentId, eventIds) ->
                    outboxes.get(documentId)
                            .removeIf(entry -> eventIds.contains(entry.getString("id"))));
        }

        private Outbox.WaitingEvents waiting(String documentId) {
            return new Outbox.WaitingEvents(
                    documentId, versions.get(documentId), List.copyOf(outboxes.get(documentId)));
        }
    }

    private record Times(Duration sweepAfter, Duration removeAfter) implements OutboxConfig {}

    /** Sweeps are called by the test. */
    private static final class Standing implements Scheduler {

        @Override
        public Alarm at(Instant due, Runnable task) {
            return () -> {};
        }

        @Override
        public Alarm every(Duration pause, Runnable task) {
            return () -> {};
        }
    }

    private static final class ThisThread extends AbstractExecutorService {

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
