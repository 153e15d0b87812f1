package dev.supporters.tools;

/** A setting, or the argument, is missing or invalid. */
public final class InvalidSettingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public InvalidSettingException(String name, String given, String expected) {
        super(name + ": " + given + " (expected: " + expected + ")");
    }
}
