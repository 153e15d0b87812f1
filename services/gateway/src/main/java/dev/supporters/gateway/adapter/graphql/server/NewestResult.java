package dev.supporters.gateway.adapter.graphql.server;

import io.vertx.core.Future;

import java.util.Optional;
import java.util.function.Function;

/** What a socket gets next: it takes one result after the other, and of those that come meanwhile the newest. What ends the operation comes last. */
final class NewestResult {

    private final Function<String, Future<Void>> sender;
    private String waiting;
    private Runnable end;
    private boolean sending;

    /**
     * @param sender sends a result; its future ends when the socket has taken it, and fails if the socket is lost
     */
    NewestResult(Function<String, Future<Void>> sender) {
        this.sender = sender;
    }

    /** Sends it, now or when the result before it has left. Returns at once. */
    void next(String result) {
        synchronized (this) {
            waiting = result;
            if (sending) {
                return;
            }
            sending = true;
        }
        sendNext();
    }

    /** Does something after all results. */
    void end(Runnable last) {
        synchronized (this) {
            if (sending) {
                end = last;
                return;
            }
        }
        last.run();
    }

    private void sendNext() {
        String result;
        Optional<Runnable> last = Optional.empty();
        synchronized (this) {
            result = waiting;
            waiting = null;
            if (result == null) {
                sending = false;
                last = Optional.ofNullable(end);
            }
        }
        if (result == null) {
            last.ifPresent(Runnable::run);
        } else {
            sender.apply(result).onSuccess(sent -> sendNext());
        }
    }
}
