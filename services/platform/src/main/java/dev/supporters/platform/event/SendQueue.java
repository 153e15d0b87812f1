package dev.supporters.platform.event;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A topic's records on their way to the broker, one after the other on a thread of their own, so that nobody waits for the broker. */
final class SendQueue implements AutoCloseable {

    /** About what a busy function publishes in ten seconds; records of decisions take some ten megabytes then. */
    static final int MOST_WAITING = 2_000;

    private final ThreadPoolExecutor thread;

    SendQueue(String topic) {
        thread =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(MOST_WAITING),
                        Thread.ofPlatform().daemon().name("publish-" + topic).factory());
    }

    /** Whether there is room for it. */
    boolean offer(Runnable send) {
        try {
            thread.execute(send);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** What waits is still sent if the process lives for so long. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
