package dev.supporters.contract;

import java.time.Duration;

/**
 * How far somebody can have come at most. Longer ways in the same time are faults of a phone.
 *
 * @param fastestKmh the speed that no vehicle exceeds
 */
public record TravelLimit(double fastestKmh) {

    /** A phone is wrong by this much without anybody moving. */
    private static final double NOISE_METERS = 100;

    /** Whether one can be at the other position after the time. Both ways count the same, so the time may be negative. */
    public boolean allows(Position from, Position to, Duration time) {
        return from.metersTo(to) <= farthestMeters(time);
    }

    /** The longest way in a time. */
    public double farthestMeters(Duration time) {
        double seconds = Math.abs(time.toMillis()) / 1000.0;
        return NOISE_METERS + seconds * fastestKmh / 3.6;
    }
}
