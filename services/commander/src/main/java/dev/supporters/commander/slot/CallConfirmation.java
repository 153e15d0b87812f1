package dev.supporters.commander.slot;

/** Asks a command's call whether it is still this command's. */
public interface CallConfirmation {

    /**
     * Asks.
     *
     * @return false when the call went another way
     * @throws dev.supporters.platform.refusal.Refusal when there is no answer
     */
    boolean confirmed(Command command);
}
