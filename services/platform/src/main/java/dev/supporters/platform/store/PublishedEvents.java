package dev.supporters.platform.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Events that the broker has, and that are in their outboxes still. They are taken out together, those of a collection by one request, as
 * each request costs the store and us as much as the change that the event tells of. What a crash leaves there is published again.
 */
final class PublishedEvents {

    private final Duration pause;
    private final Executor threads;
    private final Consumer<RuntimeException> failed;
    private Map<Outbox.Source, Map<String, List<String>>> published = new HashMap<>();

    /**
     * None yet.
     *
     * @param pause how long events are collected; none: each is taken out at once, by who adds it
     * @param failed is told when the store did not take them out
     */
    PublishedEvents(Duration pause, Executor threads, Consumer<RuntimeException> failed) {
        this.pause = pause;
        this.threads = threads;
        this.failed = failed;
    }

    /** Returns at once, unless there is no pause. */
    void add(Outbox.Source source, String documentId, List<String> eventIds) {
        if (eventIds.isEmpty()) {
            return;
        }
        boolean first;
        synchronized (this) {
            first = published.isEmpty();
            published
                    .computeIfAbsent(source, key -> new HashMap<>())
                    .computeIfAbsent(documentId, key -> new ArrayList<>())
                    .addAll(eventIds);
        }
        if (pause.isZero()) {
            remove();
        } else if (first) {
            CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS, threads)
                    .execute(this::remove);
        }
    }

    /** Takes out what has been collected. */
    void remove() {
        taken().forEach((source, documents) -> {
            try {
                source.remove(documents);
            } catch (RuntimeException e) {
                failed.accept(e);
            }
        });
    }

    private synchronized Map<Outbox.Source, Map<String, List<String>>> taken() {
        Map<Outbox.Source, Map<String, List<String>>> all = published;
        published = new HashMap<>();
        return all;
    }
}
