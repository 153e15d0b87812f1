package dev.supporters.player;

import java.time.Duration;

/** The calls that a customer makes one after the other, and what becomes of them. */
interface CallSeries {

    /** Waits until the next one is due; false if there is none. */
    boolean awaitNext() throws InterruptedException;

    void requested(String callId);

    /**
     * A call is over.
     *
     * @param length from its request to its end
     * @param completed whether a driver brought the customer home
     */
    void ended(Duration length, boolean completed);
}
