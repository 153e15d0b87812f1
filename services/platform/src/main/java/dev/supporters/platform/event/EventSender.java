package dev.supporters.platform.event;

import java.util.concurrent.CompletableFuture;

/** Sends events to the broker. */
@FunctionalInterface
public interface EventSender {

    /** Completes when the broker has it safe; sends of one thread to one key keep their order. */
    CompletableFuture<Void> send(Envelope envelope);
}
