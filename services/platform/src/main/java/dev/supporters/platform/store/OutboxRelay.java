package dev.supporters.platform.store;

import dev.supporters.platform.event.Envelope;
import dev.supporters.platform.event.EventSender;
import dev.supporters.platform.time.Scheduler;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.virtual.threads.VirtualThreads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;

import org.bson.Document;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Publishes what waits in outboxes: directly after the write, and by a sweep what a crash or a failure left behind. At least once, and
 * in the order of each document: an event is sent when the broker has the one before it. The writer never waits for the broker; a
 * document for which there is no room waits for the sweep.
 */
@ApplicationScoped
public class OutboxRelay implements Outbox {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration SWEEP_PAUSE = Duration.ofSeconds(1);
    private static final int SWEEP_LIMIT = 1_000;

    /** So many documents are published at the same time; more than the sweep takes, so that new ones find room. */
    static final int MOST_UNDER_WAY = 4_000;

    private final EventSender sender;
    private final ExecutorService threads;
    private final Counter failures;
    private final String process = UUID.randomUUID().toString();
    private final int patience;
    private final List<WatchedSource> sources = new CopyOnWriteArrayList<>();
    private final SentEvents sent = new SentEvents(20_000);
    private final DocumentsUnderWay underWay = new DocumentsUnderWay(MOST_UNDER_WAY);
    private final AtomicBoolean failing = new AtomicBoolean();
    private final PublishedEvents published;

    public OutboxRelay(
            EventSender sender,
            Scheduler scheduler,
            @VirtualThreads ExecutorService threads,
            MeterRegistry meters,
            OutboxConfig config) {
        this.sender = sender;
        this.threads = threads;
        failures = meters.counter("supporters_outbox_failures_total");
        patience =
                Math.toIntExact(
                        Math.max(
                                1,
                                Math.ceilDiv(
                                        config.sweepAfter().toMillis(), SWEEP_PAUSE.toMillis())));
        published = new PublishedEvents(config.removeAfter(), threads, this::failed);
        scheduler.every(SWEEP_PAUSE, this::sweep);
    }

    /** Nothing is left for the next process to publish again. */
    void close(@Observes Shutdown shutdown) {
        published.remove();
    }

    @Override
    public void watch(Source source) {
        sources.add(new WatchedSource(source, new SweepTurns(process, patience)));
    }

    @Override
    public void publish(Source source, WaitingEvents waiting) {
        switch (underWay.offer(source, waiting)) {
            case FIRST -> begin(source, waiting);
            case BEHIND -> {}
            case NONE -> failures.increment();
        }
    }

    /** Publishes what has waited for long; nothing while so much is under way that the broker seems to be away. */
    void sweep() {
        for (WatchedSource watched : sources) {
            if (underWay.full()) {
                return;
            }
            watched.turns()
                    .due(watched.source().waiting(SWEEP_LIMIT))
                    .forEach(waiting -> publish(watched.source(), waiting));
        }
    }

    private void begin(Source source, WaitingEvents waiting) {
        try {
            threads.execute(() -> publishAll(source, waiting));
        } catch (RejectedExecutionException e) {
            failures.increment(); // closing: the next process' sweep publishes it
        }
    }

    private void publishAll(Source source, WaitingEvents first) {
        Optional<WaitingEvents> next = Optional.of(first);
        while (next.isPresent()) {
            try {
                publishNow(source, next.get());
                if (failing.compareAndSet(true, false)) {
                    LOG.info("events are published again");
                }
            } catch (RuntimeException e) {
                failed(e); // none may keep the document under way
            }
            next = underWay.next(source, first.documentId());
        }
    }

    /** By the broker or the store. */
    private void failed(RuntimeException failure) {
        failures.increment();
        if (failing.compareAndSet(false, true)) {
            LOG.warn("events could not be published; the sweep tries again", failure);
        }
    }

    /** Up to the first event that the broker does not take. */
    private void publishNow(Source source, WaitingEvents waiting) {
        List<String> taken = new ArrayList<>();
        try {
            for (Document entry : waiting.events()) {
                Envelope envelope = OutboxEntry.read(entry);
                if (!sent.contains(envelope.id())) {
                    sender.send(envelope).join();
                    sent.add(envelope.id());
                }
                taken.add(envelope.id());
            }
        } finally {
            published.add(source, waiting.documentId(), taken);
        }
    }

    private record WatchedSource(Source source, SweepTurns turns) {}
}
