package dev.supporters.gateway.subscription;

import dev.supporters.gateway.subscription.SubscriptionHub.Snapshot;
import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;

import io.smallrye.mutiny.subscription.MultiEmitter;

import org.jboss.logging.Logger;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** One subscription: reads when it is signalled, one read at a time. */
final class Subscription<T> {

    private static final Logger LOG = Logger.getLogger(Subscription.class);

    private final Supplier<Snapshot<T>> read;
    private final MultiEmitter<? super T> emitter;
    private final AtomicInteger signals = new AtomicInteger();
    private volatile Snapshot<T> last;

    Subscription(Supplier<Snapshot<T>> read, MultiEmitter<? super T> emitter) {
        this.read = read;
        this.emitter = emitter;
    }

    /** Notes a signal; true if the caller must start a read, false if a read is running that will see the signal. */
    boolean signalled() {
        return signals.getAndIncrement() == 0;
    }

    void readAgain() {
        int handled;
        do {
            handled = signals.get();
            readOnce();
        } while (signals.addAndGet(-handled) > 0);
    }

    private void readOnce() {
        if (emitter.isCancelled()) {
            return;
        }
        try {
            emit(read.get());
        } catch (Refusal refusal) {
            if (last != null && ErrorReasons.failure(refusal.reason())) {
                LOG.debugf("subscription reads again later reason=%s", refusal.reasonName());
                return;
            }
            emitter.fail(refusal);
        } catch (RuntimeException bug) {
            LOG.error("subscription failed", bug);
            emitter.fail(bug);
        }
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
