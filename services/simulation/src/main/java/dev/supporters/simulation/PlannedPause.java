package dev.supporters.simulation;

import java.time.Duration;
import java.time.Instant;

/** A time in which somebody does nothing. */
public record PlannedPause(Instant begin, Duration length) {

    public Instant end() {
        return begin.plus(length);
    }

    public boolean contains(Instant now) {
        return !now.isBefore(begin) && now.isBefore(end());
    }
}
