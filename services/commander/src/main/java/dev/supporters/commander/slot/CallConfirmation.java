package dev.supporters.commander.slot;

/** Asks a command's call whether it is still dispatched to this command's driver. */
public interface CallConfirmation {

    /**
     * Asks.
     *
     * @return false if the call was dispatched otherwise
     * @throws dev.supporters.platform.refusal.Refusal if there is no answer
     */
    boolean confirmed(Command command);
}
