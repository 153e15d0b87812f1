package dev.supporters.oracle;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A time of the night in which something was wrong on purpose.
 *
 * @param what was wrong, like "tagging answered 3 s late"
 * @param begin the first moment
 * @param end the first moment after it
 */
public record IncidentPeriod(String what, Instant begin, Instant end) {

    public IncidentPeriod {
        requireNonNull(what);
        if (!begin.isBefore(end)) {
            throw new IllegalArgumentException(
                    "end: " + end + " (expected: later than " + begin + ")");
        }
    }

    boolean contains(Instant time) {
        return !time.isBefore(begin) && time.isBefore(end);
    }
}
