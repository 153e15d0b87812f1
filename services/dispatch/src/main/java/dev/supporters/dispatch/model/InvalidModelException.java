package dev.supporters.dispatch.model;

/** A model file that is not used. The message says where, what was found and what was expected, in one line. */
public final class InvalidModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_FOUND = 80;

    InvalidModelException(String message) {
        super(message);
    }

    static InvalidModelException of(String what, Object found, Object expected) {
        String text = String.valueOf(found);
        String shown = text.length() <= MOST_FOUND ? text : text.substring(0, MOST_FOUND) + "…";
        return new InvalidModelException(what + ": " + shown + " (expected: " + expected + ")");
    }

    static void require(boolean condition, String what, Object found, Object expected) {
        if (!condition) {
            throw of(what, found, expected);
        }
    }
}
