package dev.supporters.faults.scenario;

import dev.supporters.stand.StandConfig;

import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * Something that goes wrong in a night.
 *
 * @param name by which it is asked for, like "broker-away"
 * @param description what goes wrong and when, for the table
 * @param brief whether it belongs to the brief set
 * @param stand what is wrong from the start on
 * @param pace which part of a night is played, and how fast
 */
public record Scenario(
        String name,
        String description,
        boolean brief,
        UnaryOperator<StandConfig> stand,
        Pace pace,
        Script script) {

    /** A night of more real time than that is asked for by its name, or with all. */
    private static final Duration QUICK = Duration.ofMinutes(10);

    /** The stand starts as usual, and the scenario is not of the brief set. */
    public Scenario(String name, String description, Pace pace, Script script) {
        this(name, description, false, UnaryOperator.identity(), pace, script);
    }

    /** Something is wrong from the start on. */
    Scenario(
            String name,
            String description,
            UnaryOperator<StandConfig> stand,
            Pace pace,
            Script script) {
        this(name, description, false, stand, pace, script);
    }

    /** Whether its night takes some minutes only. */
    public boolean quick() {
        return pace.estimate().compareTo(QUICK) < 0;
    }

    /** What is done to the night, from its first moment on. */
    @FunctionalInterface
    public interface Script {

        void play(FaultedNight night) throws InterruptedException;
    }
}
