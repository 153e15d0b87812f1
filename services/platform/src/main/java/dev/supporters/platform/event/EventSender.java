package dev.supporters.platform.event;

import java.util.concurrent.CompletableFuture;

/** Sends events to the broker. */
@FunctionalInterface
public interface EventSender {

    /**
     * Completes when the broker has it safe, or fails within minutes; sends of one thread to one key keep their order. Blocks for some
     * seconds where the broker is away, so it is nothing for a thread on which somebody waits.
     */
    CompletableFuture<Void> send(Envelope envelope);
}
