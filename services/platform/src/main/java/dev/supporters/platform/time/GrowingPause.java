package dev.supporters.platform.time;

import java.time.Duration;

/**
 * The pause before the next try: twice as long each time, but never longer than the longest, and short again after a success. Several
 * threads may use it, one after the other.
 */
public final class GrowingPause {

    private final Duration first;
    private final Duration longest;
    private volatile Duration next;

    public GrowingPause(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        next = shorter(first);
    }

    /** How long to wait now. */
    public Duration next() {
        Duration now = next;
        next = shorter(now.multipliedBy(2));
        return now;
    }

    /** After a success. */
    public void startAgain() {
        next = shorter(first);
    }

    private Duration shorter(Duration pause) {
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
