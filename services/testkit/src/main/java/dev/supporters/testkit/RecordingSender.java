package dev.supporters.testkit;

import dev.supporters.platform.event.Envelope;
import dev.supporters.platform.event.EventSender;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A broker that keeps what it is sent; it can be told to be down. */
public final class RecordingSender implements EventSender {

    private final List<Envelope> sent = new ArrayList<>();
    private boolean down;

    @Override
    public synchronized CompletableFuture<Void> send(Envelope envelope) {
        if (down) {
            return CompletableFuture.failedFuture(new IllegalStateException("the broker is down"));
        }
        sent.add(envelope);
        notifyAll();
        return CompletableFuture.completedFuture(null);
    }

    public synchronized List<Envelope> sent() {
        return List.copyOf(sent);
    }

    /**
     * What was sent, as soon as an event with this key is among it: events are published by threads of their own, those of a topic in their
     * order.
     */
    public synchronized List<Envelope> sentUpTo(String key) throws InterruptedException {
        while (sent.stream().noneMatch(envelope -> envelope.key().equals(key))) {
            wait();
        }
        return sent();
    }

    public synchronized void down(boolean isDown) {
        down = isDown;
    }
}
