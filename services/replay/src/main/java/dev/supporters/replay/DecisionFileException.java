package dev.supporters.replay;

/** A file of decisions has a line that is none. The message begins with the line's number. */
final class DecisionFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DecisionFileException(int line, String message) {
        super(":" + line + ": " + message);
    }
}
