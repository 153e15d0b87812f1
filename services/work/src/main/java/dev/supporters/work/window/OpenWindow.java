package dev.supporters.work.window;

import java.time.Instant;
import java.time.LocalDate;

/** One business date's window. */
public record OpenWindow(LocalDate businessDate, Instant begin, Instant end) {

    public boolean holds(Instant instant) {
        return !instant.isBefore(begin) && instant.isBefore(end);
    }
}
