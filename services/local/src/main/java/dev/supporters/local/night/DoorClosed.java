package dev.supporters.local.night;

/** No answer came in time. Whether the request arrived is not known when it may have. */
final class DoorClosed extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean mayHaveArrived;

    DoorClosed(String where, boolean mayHaveArrived) {
        super("no answer from " + where);
        this.mayHaveArrived = mayHaveArrived;
    }

    boolean mayHaveArrived() {
        return mayHaveArrived;
    }
}
