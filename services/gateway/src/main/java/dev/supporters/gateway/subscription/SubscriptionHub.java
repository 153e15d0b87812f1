package dev.supporters.gateway.subscription;

import dev.supporters.gateway.access.Principal;
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
    private final Map<Principal, Integer> persons = new ConcurrentHashMap<>();
    private final Executor executor;
    private final Later later;
    private final int most;
    private final int mostPerPerson;

    /**
     * @param most subscriptions of this process
     * @param mostPerPerson of a driver or customer; operators and services are trusted
     */
    public SubscriptionHub(Executor executor, Later later, int most, int mostPerPerson) {
        this.executor = executor;
        this.later = later;
        this.most = most;
        this.mostPerPerson = mostPerPerson;
    }

    /** Runs something on a thread of its own after a pause of real time. */
    public interface Later {
        void run(Duration pause, Runnable task);
    }

    /**
     * The value now, and after each change. The stream ends with a refusal of the first read, or when the snapshot says that it is over.
     * Refused: RESOURCE_EXHAUSTED, for one too many of the process or of the person.
     */
    public <T> Multi<T> subscribe(Principal subscriber, String key, Supplier<Snapshot<T>> read) {
        return Multi.createFrom()
                .emitter(
                        emitter -> begin(subscriber, key, read, emitter),
                        BackPressureStrategy.LATEST);
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
            Principal subscriber,
            String key,
            Supplier<Snapshot<T>> read,
            MultiEmitter<? super T> emitter) {
        if (count.incrementAndGet() > most) {
            count.decrementAndGet();
            emitter.fail(tooMany(most + " subscriptions"));
            return;
        }
        if (!counted(subscriber)) {
            count.decrementAndGet();
            emitter.fail(tooMany(mostPerPerson + " subscriptions of yours"));
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
        emitter.onTermination(() -> end(subscriber, key, subscription));
        if (subscription.signalled()) {
            executor.execute(subscription::readAgain);
        }
    }

    private static Refusal tooMany(String present) {
        return new Refusal(
                ErrorReason.ERROR_REASON_RESOURCE_EXHAUSTED,
                present,
                "fewer subscriptions at once");
    }

    /** False for one too many of the person. */
    private boolean counted(Principal person) {
        if (person.seesAll()) {
            return true;
        }
        boolean room = persons.merge(person, 1, Integer::sum) <= mostPerPerson;
        if (!room) {
            uncount(person);
        }
        return room;
    }

    private void uncount(Principal person) {
        if (!person.seesAll()) {
            persons.computeIfPresent(person, (_, number) -> number == 1 ? null : number - 1);
        }
    }

    private void end(Principal subscriber, String key, Subscription<?> subscription) {
        subscriptions.computeIfPresent(
                key,
                (k, set) -> {
                    if (set.remove(subscription)) {
                        count.decrementAndGet();
                        uncount(subscriber);
                    }
                    return set.isEmpty() ? null : set;
                });
    }

    /** A value as it was read: the version grows with every change; once it is over, no change follows. */
    public record Snapshot<T>(T value, long version, boolean over) {}
}
