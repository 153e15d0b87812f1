package dev.supporters.platform.store;

import dev.supporters.platform.event.Envelope;
import dev.supporters.platform.event.EventSender;
import dev.supporters.platform.time.Scheduler;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.virtual.threads.VirtualThreads;

import jakarta.enterprise.context.ApplicationScoped;

import org.bson.Document;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/**
 * Publishes what waits in outboxes: at once after the write, and by a sweep what a crash or a failure left behind. At least once,
 * and in the order of each document; what this process has sent is not sent again by it.
 */
@ApplicationScoped
public class OutboxRelay implements Outbox {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration SWEEP_PAUSE = Duration.ofSeconds(1);
    private static final int SWEEP_LIMIT = 1000;
    private static final int LOCKS = 64;

    private final EventSender sender;
    private final Executor threads;
    private final Counter failures;
    private final List<Source> sources = new CopyOnWriteArrayList<>();
    private final SentEvents sent = new SentEvents(20_000);
    private final Object[] locks = new Object[LOCKS];

    public OutboxRelay(
            EventSender sender,
            Scheduler scheduler,
            @VirtualThreads ExecutorService threads,
            MeterRegistry meters) {
        this.sender = sender;
        this.threads = threads;
        failures = meters.counter("supporters_outbox_failures_total");
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
        scheduler.every(SWEEP_PAUSE, this::sweep);
    }

    @Override
    public void watch(Source source) {
        sources.add(source);
    }

    @Override
    public void publish(Source source, String documentId, List<Document> waiting) {
        List<String> ids = new ArrayList<>();
        List<CompletableFuture<Void>> acknowledged = new ArrayList<>();
        synchronized (locks[Math.floorMod(documentId.hashCode(), LOCKS)]) {
            for (Document entry : waiting) {
                Envelope envelope = OutboxEntry.read(entry);
                if (sent.add(envelope.id())) {
                    ids.add(envelope.id());
                    acknowledged.add(sender.send(envelope));
                }
            }
        }
        if (ids.isEmpty()) {
            return;
        }
        CompletableFuture.allOf(acknowledged.toArray(CompletableFuture[]::new))
                .whenCompleteAsync(
                        (none, failure) -> finish(source, documentId, ids, failure), threads)
                .exceptionally(failure -> null);
    }

    /** Publishes what waits anywhere. */
    void sweep() {
        for (Source source : sources) {
            for (Document document : source.waiting(SWEEP_LIMIT)) {
                publish(
                        source,
                        document.getString("_id"),
                        document.getList("outbox", Document.class));
            }
        }
    }

    private void finish(Source source, String documentId, List<String> ids, Throwable failure) {
        if (failure == null) {
            try {
                source.remove(documentId, ids);
                return;
            } catch (RuntimeException e) {
                LOG.warn("published events stay in the outbox until the next sweep", e);
            }
        } else {
            LOG.warn("events could not be published; the sweep tries again", failure);
        }
        failures.increment();
        sent.forget(ids);
    }
}
