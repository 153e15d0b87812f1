package dev.supporters.legacy.dispatch;

/** There is no such call. */
public final class UnknownCall extends RuntimeException {

    UnknownCall(String callId) {
        super("call " + callId, null, false, false);
    }
}
