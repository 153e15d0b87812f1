package dev.supporters.tools;

/** The environment says something that cannot be meant. */
public final class InvalidSettingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public InvalidSettingException(String name, String given, String expected) {
        super(name + ": " + given + " (expected: " + expected + ")");
    }
}
