package dev.supporters.gateway.live;

/** A thing that changes, as it was read: its version grows with every change; once it is over, no change follows. */
public record Watched<T>(T value, long version, boolean over) {}
