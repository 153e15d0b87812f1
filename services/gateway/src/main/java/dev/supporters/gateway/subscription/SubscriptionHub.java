package dev.supporters.gateway.subscription;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * All subscriptions of this process. An event is only a signal to read again: what a subscriber gets was read from the service that
 * owns it, and is never older than before. Several signals during a read lead to one more read.
 */
public final class SubscriptionHub {

    private final Map<String, Set<Subscription<?>>> subscriptions = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Executor executor;
    private final Later later;
    private final int most;

    public SubscriptionHub(Executor executor, Later later, int most) {
        this.executor = executor;
        this.later = later;
        this.most = most;
    }

    /** Runs something on a thread of its own after a pause of real time. */
    public interface Later {
        void run(Duration pause, Runnable task);
    }

    /** The value now, and after each change. The stream ends with a refusal of the first read, or when the snapshot says that it is over. */
    public <T> Multi<T> subscribe(String key, Supplier<Snapshot<T>> read) {
        return Multi.createFrom()
                .emitter(emitter -> begin(key, read, emitter), BackPressureStrategy.LATEST);
    }

    /** The value of this key has changed. Returns at once. */
    public void changed(String key) {
        for (Subscription<?> subscription : subscriptions.getOrDefault(key, Set.of())) {
            if (subscription.signalled()) {
                executor.execute(subscription::readAgain);
            }
        }
    }

    /** Reads everything again, one after the other. */
    public void readAllAgain() {
        for (Subscription<?> subscription :
                List.copyOf(subscriptions.values()).stream().flatMap(Set::stream).toList()) {
            if (subscription.signalled()) {
                subscription.readAgain();
            }
        }
    }

    /** How many subscriptions there are. */
    public int size() {
        return count.get();
    }

    private <T> void begin(
            String key, Supplier<Snapshot<T>> read, MultiEmitter<? super T> emitter) {
        if (count.incrementAndGet() > most) {
            count.decrementAndGet();
            emitter.fail(
                    new Refusal(
                            ErrorReason.ERROR_REASON_RESOURCE_EXHAUSTED,
                            most + " subscriptions",
                            "fewer subscriptions at once"));
            return;
        }
        Subscription<T> subscription = new Subscription<>(read, emitter, later);
        subscriptions.compute(
                key,
                (k, present) -> {
                    Set<Subscription<?>> set =
                            present == null ? ConcurrentHashMap.newKeySet() : present;
                    set.add(subscription);
                    return set;
                });
        emitter.onTermination(() -> end(key, subscription));
        if (subscription.signalled()) {
            executor.execute(subscription::readAgain);
        }
    }

    private void end(String key, Subscription<?> subscription) {
        subscriptions.computeIfPresent(
                key,
                (k, set) -> {
                    if (set.remove(subscription)) {
                        count.decrementAndGet();
                    }
                    return set.isEmpty() ? null : set;
                });
    }

    /** A value as it was read: the version grows with every change; once it is over, no change follows. */
    public record Snapshot<T>(T value, long version, boolean over) {}
}
