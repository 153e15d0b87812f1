package dev.supporters.faults.scenario;

import dev.supporters.stand.StandConfig;

import java.util.function.UnaryOperator;

/**
 * Something that goes wrong in a night.
 *
 * @param name by which it is asked for, like "broker-away"
 * @param description what goes wrong and when, for the table
 * @param brief whether it belongs to the brief set
 * @param stand what is wrong from the start on
 */
public record Scenario(
        String name,
        String description,
        boolean brief,
        UnaryOperator<StandConfig> stand,
        Script script) {

    /** The stand starts as usual. */
    public Scenario(String name, String description, boolean brief, Script script) {
        this(name, description, brief, UnaryOperator.identity(), script);
    }

    /** What is done to the night, from its first moment on. */
    @FunctionalInterface
    public interface Script {

        void play(FaultedNight night) throws InterruptedException;
    }
}
