package dev.supporters.legacy.dispatch;

/** Something that cannot be done with a call where it stands. */
public final class Conflict extends RuntimeException {

    private final Kind kind;

    Conflict(Kind kind) {
        super(kind.label(), null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Why. */
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
        /** The driver has not got it. */
        NOT_YOUR_CALL,
        /** The step does not follow from where the call stands. */
        WRONG_STATE,
        /** Another customer's call. */
        NOT_YOUR_REQUEST;

        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
