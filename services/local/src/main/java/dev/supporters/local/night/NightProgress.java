package dev.supporters.local.night;

import java.time.Instant;

/** How far the night is. */
public record NightProgress(
        Instant now,
        int requested,
        int open,
        int driving,
        int completed,
        int cancelled,
        int failed,
        int working) {}
