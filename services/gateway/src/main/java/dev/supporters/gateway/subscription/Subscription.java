package dev.supporters.gateway.subscription;

import dev.supporters.gateway.subscription.SubscriptionHub.Later;
import dev.supporters.gateway.subscription.SubscriptionHub.Snapshot;
import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.time.GrowingPause;

import io.smallrye.mutiny.subscription.MultiEmitter;

import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** One subscription: reads when it is signalled, one read at a time. A read that fails is made again soon: the change that it was for is not lost. */
final class Subscription<T> {

    private static final Logger LOG = Logger.getLogger(Subscription.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private final Supplier<Snapshot<T>> read;
    private final MultiEmitter<? super T> emitter;
    private final Later later;
    private final GrowingPause pause = new GrowingPause(FIRST_PAUSE, LONGEST_PAUSE);
    private final AtomicInteger signals = new AtomicInteger();
    private volatile Snapshot<T> last;

    Subscription(Supplier<Snapshot<T>> read, MultiEmitter<? super T> emitter, Later later) {
        this.read = read;
        this.emitter = emitter;
        this.later = later;
    }

    /** Notes a signal; true if the caller must start a read, false if a read is running that will see the signal. */
    boolean signalled() {
        return signals.getAndIncrement() == 0;
    }

    void readAgain() {
        int handled;
        do {
            handled = signals.get();
            if (!readOnce()) {
                // the signals stay, so that nobody else reads meanwhile
                later.run(pause.next(), this::readAgain);
                return;
            }
            pause.startAgain();
        } while (signals.addAndGet(-handled) > 0);
    }

    /** False if the read failed, and may succeed later. */
    private boolean readOnce() {
        if (emitter.isCancelled()) {
            return true;
        }
        try {
            emit(read.get());
        } catch (Refusal refusal) {
            if (last != null && ErrorReasons.failure(refusal.reason())) {
                LOG.debugf("subscription reads again later reason=%s", refusal.reasonName());
                return false;
            }
            emitter.fail(refusal);
        } catch (RuntimeException bug) {
            LOG.error("subscription failed", bug);
            emitter.fail(bug);
        }
        return true;
    }

    private void emit(Snapshot<T> snapshot) {
        if (newer(snapshot)) {
            last = snapshot;
            emitter.emit(snapshot.value());
        }
        if (snapshot.over()) {
            emitter.complete();
        }
    }

    /** Calls of the legacy system have no versions, so the same version with another value counts as newer. */
    private boolean newer(Snapshot<T> snapshot) {
        return last == null
                || (snapshot.version() >= last.version() && !snapshot.value().equals(last.value()));
    }
}
