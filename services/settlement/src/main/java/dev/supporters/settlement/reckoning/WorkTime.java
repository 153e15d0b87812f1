package dev.supporters.settlement.reckoning;

import java.time.Duration;
import java.time.Instant;

/**
 * A work's time in whole seconds since its begin. A begun second counts whole, so that nothing is lost before the seconds are rounded
 * up to minutes: a work of 3600.2 seconds has 3601. A second belongs to what held when it began.
 */
record WorkTime(Instant begin, Instant end) {

    WorkTime {
        if (end.isBefore(begin)) {
            end = begin; // two machines' clocks may differ
        }
    }

    long length() {
        return fullSeconds(end);
    }

    Span span(Instant from, Instant before) {
        return new Span(second(from), second(before));
    }

    private long second(Instant instant) {
        return Math.clamp(fullSeconds(instant), 0L, length());
    }

    private long fullSeconds(Instant instant) {
        Duration since = Duration.between(begin, instant);
        long begun = since.toNanosPart() > 0 ? 1 : 0;
        return since.toSeconds() + begun;
    }
}
