package dev.supporters.platform.refusal;

import dev.supporters.proto.common.v1.ErrorReason;

/**
 * A remote part is there, and answers outside its contract: that may be the fault of what it was asked. To callers it is a failure like
 * another (UNAVAILABLE); who tries again until somebody answers must not do so for ever. What stands before a part says 502 to 504 when
 * the part is away, so those are no answer of it.
 */
public final class UnexpectedAnswer extends Refusal {

    private static final int BAD_GATEWAY = 502;
    private static final int GATEWAY_TIMEOUT = 504;

    private UnexpectedAnswer(ErrorReason reason, String offending) {
        super(reason, offending, "an answer of its contract");
    }

    /** The refusal for an HTTP status that is not in the remote part's contract. */
    public static Refusal of(String remote, int status) {
        String offending = remote + " answered " + status;
        return status >= BAD_GATEWAY && status <= GATEWAY_TIMEOUT
                ? new Refusal(
                        ErrorReason.ERROR_REASON_UNAVAILABLE,
                        offending,
                        "an answer of its contract")
                : new UnexpectedAnswer(ErrorReason.ERROR_REASON_UNAVAILABLE, offending);
    }
}
