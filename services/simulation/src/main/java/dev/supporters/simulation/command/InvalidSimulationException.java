package dev.supporters.simulation.command;

/** Something was asked that cannot be simulated; the message is one line for the person who asked. */
final class InvalidSimulationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidSimulationException(String option, String found, String expected) {
        this("-D" + option + "=" + found + " (expected: " + expected + ")");
    }

    InvalidSimulationException(String message) {
        super(message, null, false, false);
    }
}
