package dev.supporters.simulation.engine;

import dev.supporters.contract.AssignmentPolicy;
import dev.supporters.contract.PolicyDefaults;
import dev.supporters.dispatch.move.MoveSettings;
import dev.supporters.dispatch.move.RestAdvisor;

import java.time.Duration;
import java.util.Optional;

/**
 * The policy of a simulated night of supporters.
 *
 * @param maxPickup the longest pickup
 * @param assignment how supporters are chosen for calls
 * @param pooled whether waiting calls are assigned together; else each gets the soonest, the oldest call first
 * @param moves how moves are planned; empty: none are
 * @param rests how rests are recommended
 */
public record DispatchSettings(
        Duration maxPickup,
        AssignmentPolicy assignment,
        boolean pooled,
        Optional<MoveSettings> moves,
        RestAdvisor rests) {

    private static final Duration MAX_PICKUP = Duration.ofMinutes(22);
    private static final Duration HOLD = Duration.ofMinutes(10);

    /** Each call to the soonest free supporter within 22 minutes; nothing else. */
    public static final DispatchSettings GREEDY =
            new DispatchSettings(
                    MAX_PICKUP,
                    new AssignmentPolicy(
                            Optional.empty(),
                            Duration.ZERO,
                            HOLD,
                            false,
                            Duration.ZERO,
                            Optional.empty()),
                    false,
                    Optional.empty(),
                    RestAdvisor.OFF);

    /** All that the engine can do: the usual policy, with calls that are held and drives that are chained. */
    public static final DispatchSettings FULL =
            new DispatchSettings(
                    MAX_PICKUP,
                    new AssignmentPolicy(
                            PolicyDefaults.assignment().firstPickup(),
                            PolicyDefaults.assignment().pickupGrowth(),
                            HOLD,
                            true,
                            PolicyDefaults.assignment().chainWithin(),
                            Optional.empty()),
                    true,
                    Optional.of(MoveSettings.STANDARD),
                    RestAdvisor.STANDARD);
}
