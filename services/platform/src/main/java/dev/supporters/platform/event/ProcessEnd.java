package dev.supporters.platform.event;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The end of this process: whoever waits to try something again is told of it, and acknowledges nothing that is not handled. */
final class ProcessEnd {

    private static final long FIRST_PAUSE_MILLIS = 20;

    private final CountDownLatch come = new CountDownLatch(1);

    void come() {
        come.countDown();
    }

    /** Throws ProcessCloses where the process ends. */
    void requireOpen() {
        if (come.getCount() == 0) {
            throw new ProcessCloses();
        }
    }

    /** Pauses between tries, each twice as long as the one before, up to the longest. */
    GrowingPause pauses(long longestMillis) {
        return new GrowingPause(longestMillis);
    }

    final class GrowingPause {

        private final long longestMillis;
        private long millis;

        private GrowingPause(long longestMillis) {
            this.longestMillis = longestMillis;
            millis = Math.min(longestMillis, FIRST_PAUSE_MILLIS);
        }

        /** Throws ProcessCloses where the process ends meanwhile. */
        void pause() {
            try {
                if (come.await(millis, TimeUnit.MILLISECONDS)) {
                    throw new ProcessCloses();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ProcessCloses();
            }
            millis = Math.min(longestMillis, millis * 2);
        }
    }

    /** The event is not acknowledged, so the next process gets it. */
    static final class ProcessCloses extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        ProcessCloses() {
            super("closing; the event is not acknowledged");
        }
    }
}
