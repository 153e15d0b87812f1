package dev.supporters.simulation.engine;

import dev.supporters.dispatch.assignment.Chaining;
import dev.supporters.dispatch.assignment.PickupCap;
import dev.supporters.dispatch.move.MoveSettings;
import dev.supporters.dispatch.move.RestAdvisor;

import java.time.Duration;
import java.util.Optional;

/**
 * Which decisions are made in a simulated night of supporters.
 *
 * @param cap the longest pickup
 * @param pooled whether waiting calls are assigned together; else each gets the nearest, the oldest call first
 * @param chaining who may be asked while driving
 * @param moves how moves are planned; empty: none are
 * @param rests how rests are recommended
 */
public record DispatchSettings(
        PickupCap cap,
        boolean pooled,
        Chaining chaining,
        Optional<MoveSettings> moves,
        RestAdvisor rests) {

    /** Each call to the nearest free supporter within 22 minutes; nothing else. */
    public static final DispatchSettings GREEDY =
            new DispatchSettings(
                    PickupCap.flat(Duration.ofMinutes(22)),
                    false,
                    Chaining.OFF,
                    Optional.empty(),
                    RestAdvisor.OFF);

    /** All that the engine can do. */
    public static final DispatchSettings FULL =
            new DispatchSettings(
                    PickupCap.STANDARD,
                    true,
                    Chaining.STANDARD,
                    Optional.of(MoveSettings.STANDARD),
                    RestAdvisor.STANDARD);
}
