package dev.supporters.load.bench;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what events will bring. */
final class Await {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Await() {}

    /** Whether the condition became true within the time given. */
    static boolean untilTrue(Duration longest, BooleanSupplier condition)
            throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
        return true;
    }
}
