package dev.supporters.tools.check;

/** A step of the check failed, and more waiting does not help. */
final class CheckException extends Exception {

    private static final long serialVersionUID = 1;

    CheckException(String message) {
        super(message);
    }
}
