package dev.supporters.gateway.live;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Subscriptions to things that change. An event is only a signal to look again: what a subscriber gets was read from the owner of
 * the thing, never older than before. Signals that come while one is read are one more look, not many.
 */
public final class Live {

    private final Map<String, Set<Watch<?>>> watches = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Executor executor;
    private final int most;

    public Live(Executor executor, int most) {
        this.executor = executor;
        this.most = most;
    }

    /** The thing now, and after each change. A refusal of the first look ends it, and so does a thing that is over. */
    public <T> Multi<T> watch(String key, Supplier<Watched<T>> look) {
        return Multi.createFrom()
                .emitter(emitter -> begin(key, look, emitter), BackPressureStrategy.LATEST);
    }

    /** Something about this key has changed. Returns at once. */
    public void changed(String key) {
        for (Watch<?> watch : watches.getOrDefault(key, Set.of())) {
            if (watch.signalled()) {
                executor.execute(watch::look);
            }
        }
    }

    /** Looks at everything again, one after the other. */
    public void lookAgain() {
        for (Watch<?> watch :
                List.copyOf(watches.values()).stream().flatMap(Set::stream).toList()) {
            if (watch.signalled()) {
                watch.look();
            }
        }
    }

    /** How many subscriptions there are. */
    public int size() {
        return count.get();
    }

    private <T> void begin(String key, Supplier<Watched<T>> look, MultiEmitter<? super T> emitter) {
        if (count.incrementAndGet() > most) {
            count.decrementAndGet();
            emitter.fail(
                    new Refusal(
                            ErrorReason.ERROR_REASON_RESOURCE_EXHAUSTED,
                            most + " subscriptions",
                            "fewer subscriptions at once"));
            return;
        }
        Watch<T> watch = new Watch<>(look, emitter);
        watches.compute(
                key,
                (k, present) -> {
                    Set<Watch<?>> set = present == null ? ConcurrentHashMap.newKeySet() : present;
                    set.add(watch);
                    return set;
                });
        emitter.onTermination(() -> end(key, watch));
        if (watch.signalled()) {
            executor.execute(watch::look);
        }
    }

    private void end(String key, Watch<?> watch) {
        watches.computeIfPresent(
                key,
                (k, set) -> {
                    if (set.remove(watch)) {
                        count.decrementAndGet();
                    }
                    return set.isEmpty() ? null : set;
                });
    }
}
