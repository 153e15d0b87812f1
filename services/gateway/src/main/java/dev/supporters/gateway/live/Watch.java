package dev.supporters.gateway.live;

import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;

import io.smallrye.mutiny.subscription.MultiEmitter;

import org.jboss.logging.Logger;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** One subscription: looks when it is signalled, one look at a time. */
final class Watch<T> {

    private static final Logger LOG = Logger.getLogger(Watch.class);

    private final Supplier<Watched<T>> look;
    private final MultiEmitter<? super T> emitter;
    private final AtomicInteger signals = new AtomicInteger();
    private volatile Watched<T> last;

    Watch(Supplier<Watched<T>> look, MultiEmitter<? super T> emitter) {
        this.look = look;
        this.emitter = emitter;
    }

    /** Notes a signal; true if the caller must have it looked at, false if a look is under way that will see it. */
    boolean signalled() {
        return signals.getAndIncrement() == 0;
    }

    void look() {
        int handled;
        do {
            handled = signals.get();
            once();
        } while (signals.addAndGet(-handled) > 0);
    }

    private void once() {
        if (emitter.isCancelled()) {
            return;
        }
        try {
            emit(look.get());
        } catch (Refusal refusal) {
            if (last != null && ErrorReasons.failure(refusal.reason())) {
                LOG.debugf("subscription looks again later reason=%s", refusal.reasonName());
                return;
            }
            emitter.fail(refusal);
        } catch (RuntimeException bug) {
            LOG.error("subscription failed", bug);
            emitter.fail(bug);
        }
    }

    private void emit(Watched<T> watched) {
        if (newer(watched)) {
            last = watched;
            emitter.emit(watched.value());
        }
        if (watched.over()) {
            emitter.complete();
        }
    }

    /** The legacy system does not number versions; so the same version counts when it says something else. */
    private boolean newer(Watched<T> watched) {
        return last == null
                || (watched.version() >= last.version() && !watched.value().equals(last.value()));
    }
}
