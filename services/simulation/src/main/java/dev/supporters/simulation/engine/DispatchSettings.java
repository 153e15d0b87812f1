package dev.supporters.simulation.engine;

import dev.supporters.contract.AssignmentPolicy;
import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.ZonePolicy;
import dev.supporters.dispatch.move.MoveSettings;
import dev.supporters.dispatch.move.RestAdvisor;
import dev.supporters.dispatch.zone.ZoneRules;

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
 * @param chainsWait whether a call waits for the end of a drive, as it does in the services; else whoever still drives gets it at once
 * @param zones the thresholds of zones; empty: there are none
 */
public record DispatchSettings(
        Duration maxPickup,
        AssignmentPolicy assignment,
        boolean pooled,
        Optional<MoveSettings> moves,
        RestAdvisor rests,
        boolean chainsWait,
        Optional<ZoneRules> zones) {

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

    /** The same, with chaining as the services do it: nobody has two calls, so a call waits for the end of a drive. */
    public static final DispatchSettings PRODUCTION =
            new DispatchSettings(
                    FULL.maxPickup(),
                    FULL.assignment(),
                    FULL.pooled(),
                    FULL.moves(),
                    FULL.rests(),
                    true,
                    Optional.empty());

    private static final double CLOSE_TO_OPEN = .7;

    /** Without zones, and chained calls are given at once. */
    public DispatchSettings(
            Duration maxPickup,
            AssignmentPolicy assignment,
            boolean pooled,
            Optional<MoveSettings> moves,
            RestAdvisor rests) {
        this(maxPickup, assignment, pooled, moves, rests, false, Optional.empty());
    }

    /** The same without moves and advice to rest. */
    public DispatchSettings withoutMoves() {
        return new DispatchSettings(
                maxPickup,
                assignment,
                pooled,
                Optional.empty(),
                RestAdvisor.OFF,
                chainsWait,
                zones);
    }

    /**
     * With zones by the usual numbers.
     *
     * @param openDemand smoothed calls in 30 minutes at which a cell opens
     */
    public DispatchSettings withZones(double openDemand) {
        ZonePolicy usual = PolicyDefaults.zones();
        ZoneRules rules =
                new ZoneRules(
                        true,
                        openDemand,
                        CLOSE_TO_OPEN * openDemand,
                        usual.minCells(),
                        usual.closingWarning());
        return new DispatchSettings(
                maxPickup, assignment, pooled, moves, rests, chainsWait, Optional.of(rules));
    }
}
