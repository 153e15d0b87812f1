package dev.supporters.faults.scenario;

/**
 * Something that goes wrong in a night.
 *
 * @param name by which it is asked for, like "broker-away"
 * @param description what goes wrong and when, for the table
 * @param brief whether it belongs to the brief set
 */
public record Scenario(String name, String description, boolean brief, Script script) {

    /** What is done to the night, from its first moment on. */
    @FunctionalInterface
    public interface Script {

        void play(FaultedNight night) throws InterruptedException;
    }
}
