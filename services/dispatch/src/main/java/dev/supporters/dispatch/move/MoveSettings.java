package dev.supporters.dispatch.move;

import java.time.Duration;

/**
 * The numbers of a planner.
 *
 * @param minInterval the least time between two moves of one supporter
 * @param afterDecline the least time after a declined move
 * @param horizon demand until then counts, or until the window's end
 * @param freeTravel ways up to this cost nothing; of longer ones the demand in the rest of the time is lost
 * @param supplyWithin supporters who are free within this count
 * @param supplyWeight how much another supporter around counts
 * @param leastDemand places with less expected demand are not considered
 * @param leastKm nearer places are not considered
 */
public record MoveSettings(
        Duration minInterval,
        Duration afterDecline,
        Duration horizon,
        Duration freeTravel,
        Duration supplyWithin,
        double supplyWeight,
        double leastDemand,
        double leastKm) {

    /** As measured: see the simulation. */
    public static final MoveSettings STANDARD =
            new MoveSettings(
                    Duration.ofSeconds(120),
                    Duration.ofSeconds(240),
                    Duration.ofMinutes(75),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(30),
                    .8,
                    .02,
                    .25);

    /** The same, with a policy's times. */
    public MoveSettings with(Duration minimum, Duration declined) {
        return new MoveSettings(
                minimum,
                declined,
                horizon,
                freeTravel,
                supplyWithin,
                supplyWeight,
                leastDemand,
                leastKm);
    }
}
