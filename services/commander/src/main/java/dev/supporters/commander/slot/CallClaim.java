package dev.supporters.commander.slot;

import dev.supporters.contract.CallId;

import java.time.Instant;

/**
 * What can claim a call: the slot of the driver who is engaged with it, or its closure. The store accepts one claim for each call, so
 * that a call has at most one driver, and a closed call none.
 */
public sealed interface CallClaim permits Slot, CallClaim.ClosedCall {

    /** A call that is closed to assignments, for longer than anybody asks for one. */
    record ClosedCall(CallId callId, Instant closeTime) implements CallClaim {}

    /** The call has its one claim already. */
    final class CallAlreadyClaimed extends RuntimeException {

        public CallAlreadyClaimed() {
            // part of the usual course, so no stack trace
            super("the call is engaged or closed", null, false, false);
        }
    }
}
