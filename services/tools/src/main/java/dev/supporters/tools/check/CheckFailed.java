package dev.supporters.tools.check;

/** A step that did not succeed, and waiting longer would not help, or is over. */
final class CheckFailed extends Exception {

    private static final long serialVersionUID = 1;

    CheckFailed(String message) {
        super(message);
    }
}
