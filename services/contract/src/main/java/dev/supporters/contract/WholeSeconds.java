package dev.supporters.contract;

import java.time.Duration;
import java.time.Instant;

/**
 * How a shift's time is counted: in whole seconds since its begin. A second that has begun counts whole, and belongs to what was true when
 * it began.
 */
public final class WholeSeconds {

    private WholeSeconds() {}

    /** Seconds from the begin of a shift to a time, rounded up; negative for a time before the begin. */
    public static long since(Instant begin, Instant time) {
        Duration since = Duration.between(begin, time);
        return since.getNano() > 0 ? since.getSeconds() + 1 : since.getSeconds();
    }
}
