package dev.supporters.commander.slot;

/** The call's only place is taken. */
public final class CallHeld extends RuntimeException {

    public CallHeld() {
        super("the call is engaged or closed", null, false, false);
    }
}
