package dev.supporters.gateway.subscription;

import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.Session;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * All subscriptions of this process. An event is only a signal to read again: what a subscriber gets was read from the service that
 * owns it, and is never older than before. Several signals during a read lead to one more read. Whoever asks for the same with the same
 * rights shares the reads.
 */
public final class SubscriptionHub {

    /** By the key of their changes, and by what is read with which rights. */
    private final Map<String, Map<AskedRead, SharedRead<?>>> reads = new ConcurrentHashMap<>();

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

    /** What is read, and with which rights. */
    private record AskedRead(List<?> what, Object rights) {}

    /**
     * The value now, and after each change. The stream ends with a refusal of the first read, or when the snapshot says that it is over.
     * Refused: RESOURCE_EXHAUSTED, for one too many of the process or of the person.
     *
     * @param what what is read, with all that decides what it is: the field and its arguments
     */
    public <T> Multi<T> subscribe(
            Session session, String key, List<?> what, Function<Principal, Snapshot<T>> read) {
        return Multi.createFrom()
                .emitter(
                        emitter -> begin(session, key, what, read, emitter),
                        BackPressureStrategy.LATEST);
    }

    /** What decides what somebody may see: roles where they alone do, else the person. */
    static Object rights(Principal principal) {
        return principal.seesWhatItsRolesSee() ? principal.roles() : principal;
    }

    /** The value of this key has changed. Returns at once. */
    public void changed(String key) {
        for (SharedRead<?> read : List.copyOf(reads.getOrDefault(key, Map.of()).values())) {
            if (read.signalled()) {
                executor.execute(read::readAgain);
            }
        }
    }

    /** Reads everything again, one after the other. */
    public void readAllAgain() {
        for (Map<AskedRead, SharedRead<?>> of : List.copyOf(reads.values())) {
            for (SharedRead<?> read : List.copyOf(of.values())) {
                if (read.signalled()) {
                    read.readAgain();
                }
            }
        }
    }

    /** How many subscriptions there are. */
    public int size() {
        return count.get();
    }

    private <T> void begin(
            Session session,
            String key,
            List<?> what,
            Function<Principal, Snapshot<T>> read,
            MultiEmitter<? super T> emitter) {
        Principal subscriber = session.principal();
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
        Subscription<T> subscription = new Subscription<>(session, read, emitter);
        AskedRead asked = new AskedRead(what, rights(subscriber));
        SharedRead<T> shared = join(key, asked, subscription);
        emitter.onTermination(() -> end(subscriber, key, asked, subscription));
        if (shared.joined()) {
            executor.execute(shared::readAgain);
        }
    }

    /** What is asked for decides the type of what is read. */
    @SuppressWarnings("unchecked")
    private <T> SharedRead<T> join(String key, AskedRead asked, Subscription<T> subscription) {
        var of =
                reads.compute(
                        key,
                        (_, present) -> {
                            Map<AskedRead, SharedRead<?>> known =
                                    present == null ? new ConcurrentHashMap<>() : present;
                            SharedRead<T> shared =
                                    (SharedRead<T>)
                                            known.computeIfAbsent(
                                                    asked,
                                                    _ -> new SharedRead<T>(asked.rights(), later));
                            shared.join(subscription);
                            return known;
                        });
        return (SharedRead<T>) of.get(asked);
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

    private void end(
            Principal subscriber, String key, AskedRead asked, Subscription<?> subscription) {
        subscription.end();
        reads.computeIfPresent(
                key,
                (_, known) -> {
                    SharedRead<?> shared = known.get(asked);
                    if (shared != null && shared.leave(subscription)) {
                        count.decrementAndGet();
                        uncount(subscriber);
                        if (shared.nobodys()) {
                            known.remove(asked);
                        }
                    }
                    return known.isEmpty() ? null : known;
                });
    }

    /** A value as it was read: the version grows with every change; once it is over, no change follows. */
    public record Snapshot<T>(T value, long version, boolean over) {}
}
