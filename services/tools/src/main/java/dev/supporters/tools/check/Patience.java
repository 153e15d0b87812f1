package dev.supporters.tools.check;

import java.time.Duration;

/** How long there is still to wait. */
final class Patience {

    private final Duration whole;
    private final long begin = System.nanoTime();

    Patience(Duration whole) {
        this.whole = whole;
    }

    Duration whole() {
        return whole;
    }

    Duration passed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Zero when it is over. */
    Duration left() {
        Duration left = whole.minus(passed());
        return left.isNegative() ? Duration.ZERO : left;
    }

    boolean over() {
        return left().isZero();
    }

    /** Sleeps so long, or until it is over. */
    void pause(Duration pause) throws InterruptedException {
        Thread.sleep(pause.compareTo(left()) < 0 ? pause : left());
    }
}
