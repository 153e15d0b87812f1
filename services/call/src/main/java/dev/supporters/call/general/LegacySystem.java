package dev.supporters.call.general;

import dev.supporters.call.life.Call;

/** The legacy monolith, which does general dispatch. All of it refuses if it failed or was late. */
public interface LegacySystem {

    /** Hands a call over; saying it again changes nothing. */
    void handOver(Call call);

    /** Whether it has the call, from whomever. */
    boolean knows(String callId);

    /** Cancels a call there; saying it again is answered the same. */
    Cancelling cancel(String callId, String customerId);

    /** What came of cancelling. */
    enum Cancelling {
        CANCELLED,
        UNKNOWN,
        PICKED_UP,
        ENDED
    }
}
