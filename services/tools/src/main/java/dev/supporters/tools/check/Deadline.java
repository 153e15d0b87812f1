package dev.supporters.tools.check;

import java.time.Duration;

/** How long the check may still wait. */
final class Deadline {

    private final Duration total;
    private final long begin = System.nanoTime();

    Deadline(Duration total) {
        this.total = total;
    }

    Duration total() {
        return total;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Zero when the deadline has expired. */
    Duration remaining() {
        Duration remaining = total.minus(elapsed());
        return remaining.isNegative() ? Duration.ZERO : remaining;
    }

    boolean expired() {
        return remaining().isZero();
    }

    /** Sleeps for the pause, but not beyond the deadline. */
    void sleep(Duration pause) throws InterruptedException {
        Thread.sleep(pause.compareTo(remaining()) < 0 ? pause : remaining());
    }
}
