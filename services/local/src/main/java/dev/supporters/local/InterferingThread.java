package dev.supporters.local;

import dev.supporters.simulation.Night;
import dev.supporters.stand.Stand;

/** The thread in which an {@link Interference} runs. */
final class InterferingThread implements AutoCloseable {

    private final Thread thread;
    private volatile RuntimeException failure;

    InterferingThread(Interference interference, Stand stand, Night night) {
        thread =
                Thread.ofPlatform()
                        .name("interference")
                        .unstarted(() -> run(interference, stand, night));
    }

    private void run(Interference interference, Stand stand, Night night) {
        try {
            interference.during(stand, night);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    void start() {
        thread.start();
    }

    /** Waits until it has done everything; throws what it failed with. */
    void awaitEnd() throws InterruptedException {
        thread.join();
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
