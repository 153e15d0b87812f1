package dev.supporters.training.source;

/** A file that is no night. The message says where, what was found and what was expected, in one line. */
public final class InvalidNightException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidNightException(String message) {
        super(message);
    }
}
