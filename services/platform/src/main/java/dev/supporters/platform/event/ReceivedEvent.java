package dev.supporters.platform.event;

import java.time.Instant;

/**
 * An event as it came.
 *
 * @param id the event's own id: the same when it comes again
 * @param time when its sender says that it happened
 */
public record ReceivedEvent<E>(String id, String key, Instant time, E event) {}
