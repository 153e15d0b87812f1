package dev.supporters.simulation;

import java.time.Duration;
import java.time.Instant;

/** A while in which somebody does nothing. */
public record Pause(Instant begin, Duration length) {

    public Instant end() {
        return begin.plus(length);
    }

    public boolean holds(Instant now) {
        return !now.isBefore(begin) && now.isBefore(end());
    }
}
