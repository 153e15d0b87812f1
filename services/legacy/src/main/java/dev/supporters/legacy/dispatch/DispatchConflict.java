package dev.supporters.legacy.dispatch;

import java.util.Locale;

/** The state of a call, or of a driver, does not allow a step. */
public final class DispatchConflict extends RuntimeException {

    private final Kind kind;

    DispatchConflict(Kind kind) {
        super(kind.label(), null, false, false);
        this.kind = kind;
    }

    /** For the store, where a unique index refuses a second engagement. */
    public static DispatchConflict driverEngaged() {
        return new DispatchConflict(Kind.DRIVER_ENGAGED);
    }

    public Kind kind() {
        return kind;
    }

    /** Why; the API has the names in lower case. */
    public enum Kind {
        /** Another driver has it. */
        TAKEN,
        /** A supporter has it. */
        SUPPORTERS,
        /** It is being driven. */
        PICKED_UP,
        /** It is over. */
        ENDED,
        /** The driver has another call. */
        DRIVER_ENGAGED,
        /** The call is not this driver's. */
        NOT_YOUR_CALL,
        /** The step does not follow from the state of the call. */
        WRONG_STATE,
        /** Another customer's call. */
        NOT_YOUR_REQUEST;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
