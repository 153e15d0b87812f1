package dev.supporters.player;

import java.time.Duration;
import java.util.Optional;

/** A call in its customer's app. */
sealed interface FollowedCall extends AutoCloseable
        permits FollowedGatewayCall, FollowedLegacyCall {

    /** The result of a cancellation. */
    enum CancellationResult {
        CANCELLED,
        TOO_LATE,
        NOT_NOW
    }

    String callId();

    /** News, if there are any within the real time given. */
    Optional<ObservedCall> await(Duration real) throws InterruptedException;

    /** The call now; empty when nobody answers. */
    Optional<ObservedCall> read() throws InterruptedException;

    CancellationResult cancel() throws InterruptedException;

    /** Gives stars for the drive that was completed; the legacy system has none. */
    void rate(int stars) throws InterruptedException;

    @Override
    void close();
}
