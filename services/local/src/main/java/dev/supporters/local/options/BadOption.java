package dev.supporters.local.options;

/** An option that cannot be obeyed; the message is one line for the person who gave it. */
public final class BadOption extends RuntimeException {

    public BadOption(String option, String found, String expected) {
        super("-D" + option + "=" + found + " (expected: " + expected + ")", null, false, false);
    }
}
