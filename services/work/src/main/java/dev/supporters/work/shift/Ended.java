package dev.supporters.work.shift;

import java.time.Duration;
import java.time.Instant;

/** Over. */
public record Ended(Frame frame, Duration rested, Instant end, EndReason reason) implements Shift {}
