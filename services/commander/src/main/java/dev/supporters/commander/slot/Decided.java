package dev.supporters.commander.slot;

/** A command that has left its slot, and how it came out. */
public record Decided(String commandId, CallId callId, Outcome outcome) {}
