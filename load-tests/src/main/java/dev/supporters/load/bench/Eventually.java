package dev.supporters.load.bench;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what comes by events. */
final class Eventually {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Eventually() {}

    /** Whether it held before patience was at its end. */
    static boolean holds(Duration patience, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
        return true;
    }
}
