package dev.supporters.commander.slot;

/** A call that is closed to assignments for ever. */
public record ClosedCall(CallId callId) implements CallHolder {}
