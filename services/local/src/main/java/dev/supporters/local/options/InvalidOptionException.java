package dev.supporters.local.options;

/** An option that cannot be obeyed; the message is one line for the person who gave it. */
public final class InvalidOptionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidOptionException(String option, String found, String expected) {
        this("-D" + option + "=" + found + " (expected: " + expected + ")");
    }

    private InvalidOptionException(String message) {
        super(message, null, false, false);
    }

    static InvalidOptionException unknown(String name, String instead) {
        return new InvalidOptionException("-D" + name + " is no option of -Plocal; " + instead);
    }
}
