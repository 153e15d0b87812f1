package dev.supporters.gateway.subscription;

import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.Session;
import dev.supporters.gateway.subscription.SubscriptionHub.Snapshot;

import io.smallrye.mutiny.subscription.MultiEmitter;

import java.util.function.Function;

/** One subscription: it is told what is newer than what it was told before. */
final class Subscription<T> {

    private final Session session;
    private final Function<Principal, Snapshot<T>> read;
    private final MultiEmitter<? super T> emitter;
    private Snapshot<T> last;
    private volatile boolean ended;

    Subscription(
            Session session,
            Function<Principal, Snapshot<T>> read,
            MultiEmitter<? super T> emitter) {
        this.session = session;
        this.read = read;
        this.emitter = emitter;
    }

    /** Reads as its person, for all who have the same rights; a token that has come in the meantime may bring others, and is refused. */
    Snapshot<T> read(Object rights) {
        return session.read(reader -> {
            if (!SubscriptionHub.rights(reader).equals(rights)) {
                throw SharedRead.otherRights();
            }
            return read.apply(reader);
        });
    }

    /** Who has subscribed, by the newest token. */
    Principal principal() {
        return session.principal();
    }

    /** Whether it was told something. */
    synchronized boolean told() {
        return last != null;
    }

    void tell(Snapshot<T> snapshot) {
        if (ended) {
            return;
        }
        if (newer(snapshot)) {
            emitter.emit(snapshot.value());
        }
        if (snapshot.over()) {
            end();
            emitter.complete();
        }
    }

    void fail(Throwable failure) {
        end();
        emitter.fail(failure);
    }

    /** It is told nothing more. */
    void end() {
        ended = true;
    }

    boolean ended() {
        return ended;
    }

    /** Calls of the legacy system have no versions, so the same version with another value counts as newer. */
    private synchronized boolean newer(Snapshot<T> snapshot) {
        boolean newer =
                last == null
                        || (snapshot.version() >= last.version()
                                && !snapshot.value().equals(last.value()));
        if (newer) {
            last = snapshot;
        }
        return newer;
    }
}
