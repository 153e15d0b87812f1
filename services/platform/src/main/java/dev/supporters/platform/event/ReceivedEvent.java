package dev.supporters.platform.event;

/**
 * An event as it came.
 *
 * @param id the event's own id: the same when it comes again
 */
public record ReceivedEvent<E>(String id, String key, E event) {}
