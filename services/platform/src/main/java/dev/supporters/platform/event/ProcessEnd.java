package dev.supporters.platform.event;

import dev.supporters.platform.time.GrowingPause;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The end of this process: whoever waits to try something again is told of it, and acknowledges nothing that is not handled. */
final class ProcessEnd {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);

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

    /** Pauses between tries, up to the longest. */
    static GrowingPause pauses(long longestMillis) {
        return new GrowingPause(FIRST_PAUSE, Duration.ofMillis(longestMillis));
    }

    /** Waits for the next of the pauses; throws ProcessCloses where the process ends meanwhile. */
    void pause(GrowingPause pauses) {
        try {
            if (come.await(pauses.next().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProcessCloses();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProcessCloses();
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
