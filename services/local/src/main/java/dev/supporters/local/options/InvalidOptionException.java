package dev.supporters.local.options;

/** An option that cannot be obeyed; the message is one line for the person who gave it. */
public final class InvalidOptionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidOptionException(String option, String found, String expected) {
        super("-D" + option + "=" + found + " (expected: " + expected + ")", null, false, false);
    }
}
