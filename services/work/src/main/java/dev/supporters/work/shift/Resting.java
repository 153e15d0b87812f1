package dev.supporters.work.shift;

import java.time.Duration;
import java.time.Instant;

/** Resting. */
public record Resting(Frame frame, Duration rested, Instant restBegin) implements Shift {

    Working resume(Instant now) {
        return new Working(frame, restedUntil(now));
    }

    Ended end(Instant end, EndReason reason) {
        return new Ended(frame, restedUntil(end), end, reason);
    }

    /** Two machines' clocks may differ: a rest is never shorter than nothing. */
    private Duration restedUntil(Instant end) {
        return end.isAfter(restBegin) ? rested.plus(Duration.between(restBegin, end)) : rested;
    }
}
