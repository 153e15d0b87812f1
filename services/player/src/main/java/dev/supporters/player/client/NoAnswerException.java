package dev.supporters.player.client;

/** No answer came in time. If the request may have arrived, nobody knows whether it did. */
public final class NoAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean mayHaveArrived;

    public NoAnswerException(String where, boolean mayHaveArrived) {
        super("no answer from " + where);
        this.mayHaveArrived = mayHaveArrived;
    }

    public boolean mayHaveArrived() {
        return mayHaveArrived;
    }
}
