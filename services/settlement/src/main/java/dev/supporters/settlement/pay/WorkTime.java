package dev.supporters.settlement.pay;

import dev.supporters.contract.WholeSeconds;

import java.time.Instant;

/**
 * A shift's time in whole seconds since its begin. A begun second counts whole, so that nothing is lost before the seconds are rounded
 * up to minutes: a shift of 3600.2 seconds has 3601. A second belongs to what was true when it began.
 */
record WorkTime(Instant begin, Instant end) {

    WorkTime {
        if (end.isBefore(begin)) {
            end = begin; // two machines' clocks may differ
        }
    }

    long length() {
        return WholeSeconds.since(begin, end);
    }

    Interval interval(Instant from, Instant before) {
        return new Interval(second(from), second(before));
    }

    private long second(Instant instant) {
        return Math.clamp(WholeSeconds.since(begin, instant), 0L, length());
    }

    /** Whole seconds, counted from the begin: from the first on, before the second. */
    record Interval(long from, long before) {

        boolean contains(long second) {
            return second >= from && second < before;
        }

        long length() {
            return before - from;
        }

        /** Whether there is a second in both. */
        boolean overlaps(Interval other) {
            return Math.max(from, other.from) < Math.min(before, other.before);
        }
    }
}
