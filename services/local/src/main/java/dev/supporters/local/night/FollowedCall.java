package dev.supporters.local.night;

import java.time.Duration;
import java.util.Optional;

/** A call in its customer's app. */
sealed interface FollowedCall extends AutoCloseable permits GatewayCall, LegacyCall {

    /** What came of a cancellation. */
    enum Cancellation {
        CANCELLED,
        TOO_LATE,
        NOT_NOW
    }

    String callId();

    /** News, if there are any within the real time given. */
    Optional<CallView> await(Duration real) throws InterruptedException;

    /** The call now; empty when nobody answers. */
    Optional<CallView> read() throws InterruptedException;

    Cancellation cancel() throws InterruptedException;

    @Override
    void close();
}
