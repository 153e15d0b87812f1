package dev.supporters.gateway.subscription;

import dev.supporters.gateway.subscription.SubscriptionHub.Later;
import dev.supporters.gateway.subscription.SubscriptionHub.Snapshot;
import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.time.GrowingPause;
import dev.supporters.proto.common.v1.ErrorReason;

import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The subscriptions that ask for the same with the same rights: when they are signalled, one of them reads for all, one read at a time. A
 * read that fails is made again soon: the change that it was for is not lost.
 */
final class SharedRead<T> {

    private static final Logger LOG = Logger.getLogger(SharedRead.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private final Object rights;
    private final Later later;
    private final List<Subscription<T>> subscriptions = new CopyOnWriteArrayList<>();
    private final AtomicInteger signals = new AtomicInteger();
    private final AtomicInteger joins = new AtomicInteger();

    /** The pause that a read which failed waits for; null if none does. */
    private final AtomicReference<Object> waited = new AtomicReference<>();

    private final GrowingPause pause = new GrowingPause(FIRST_PAUSE, LONGEST_PAUSE);

    /**
     * Nobody's yet.
     *
     * @param rights of all who share it; see {@link SubscriptionHub#rights}
     */
    SharedRead(Object rights, Later later) {
        this.rights = rights;
        this.later = later;
    }

    /** Whoever joins asks for a read after that ({@link #joined}), so that it is told what is read then. */
    void join(Subscription<T> subscription) {
        subscriptions.add(subscription);
    }

    /** False if it had left already. */
    boolean leave(Subscription<?> subscription) {
        return subscriptions.remove(subscription);
    }

    boolean nobodys() {
        return subscriptions.isEmpty();
    }

    /** Notes a signal; true if the caller must start a read, false if a read is running that will see the signal. */
    boolean signalled() {
        return signals.getAndIncrement() == 0;
    }

    /** Notes that somebody joined, who does not wait for the pause of others; true if the caller must start a read. */
    boolean joined() {
        joins.incrementAndGet();
        return signals.getAndIncrement() == 0 || waited.getAndSet(null) != null;
    }

    void readAgain() {
        while (true) {
            int handled = signals.get();
            int known = joins.get();
            if (readOnce()) {
                pause.startAgain();
                if (signals.addAndGet(-handled) == 0) {
                    return;
                }
            } else if (waits(known)) {
                return;
            }
        }
    }

    /** After a read that failed; the signals stay, so that nobody else reads meanwhile. False if somebody joined during it, who does not wait. */
    private boolean waits(int known) {
        Object thisPause = new Object();
        waited.set(thisPause);
        later.run(pause.next(), () -> goOn(thisPause));
        return joins.get() == known || !waited.compareAndSet(thisPause, null);
    }

    /** Once after each pause: the timer, or whoever joined before. */
    private void goOn(Object afterPause) {
        if (waited.compareAndSet(afterPause, null)) {
            readAgain();
        }
    }

    /** False if the read failed, and may succeed later. */
    private boolean readOnce() {
        for (Subscription<T> reader : subscriptions) {
            if (reader.ended()) {
                continue;
            }
            // whoever joins while it is read signals for another read
            List<Subscription<T>> all = List.copyOf(subscriptions);
            Optional<Boolean> outcome = readAs(reader, all);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return true;
    }

    /** Reads for all; false as above, empty if this one may not read any more, and another must. */
    private Optional<Boolean> readAs(Subscription<T> reader, List<Subscription<T>> all) {
        try {
            if (!SubscriptionHub.rights(reader.principal()).equals(rights)) {
                reader.fail(otherRights());
                return Optional.empty();
            }
            Snapshot<T> snapshot = reader.read(rights);
            all.forEach(one -> one.tell(snapshot));
        } catch (Refusal refusal) {
            if (refusal.reason() == ErrorReason.ERROR_REASON_UNAUTHENTICATED
                    || !SubscriptionHub.rights(reader.principal()).equals(rights)) {
                reader.fail(refusal);
                return Optional.empty();
            }
            return Optional.of(refused(refusal, all));
        } catch (RuntimeException bug) {
            LOG.error("subscription failed", bug);
            all.forEach(one -> one.fail(bug));
        }
        return Optional.of(true);
    }

    /** What fails for a while ends only those who have not been told anything. */
    private static boolean refused(Refusal refusal, List<? extends Subscription<?>> all) {
        boolean passes = ErrorReasons.failure(refusal.reason());
        all.stream().filter(one -> !passes || !one.told()).forEach(one -> one.fail(refusal));
        boolean over = all.stream().allMatch(Subscription::ended);
        if (!over) {
            LOG.debugf("subscription reads again later reason=%s", refusal.reasonName());
        }
        return over;
    }

    static Refusal otherRights() {
        return new Refusal(
                ErrorReason.ERROR_REASON_UNAVAILABLE,
                "roles that changed",
                "the same operation again");
    }
}
