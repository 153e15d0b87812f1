package dev.supporters.dispatch.assignment;

import java.time.Duration;

/**
 * How far away, in time, a supporter may be. A new call is given to near ones only; the longer it waits, the further they may come
 * from. In the last minutes of the window the longest pickup is allowed at once, because nobody nearer will come.
 *
 * @param first the longest pickup for a new call
 * @param most the longest pickup for a call that waited long enough
 * @param growth in which it grows, evenly
 * @param lastMinutes before the window's end in which {@code most} counts at once
 */
public record PickupCap(Duration first, Duration most, Duration growth, Duration lastMinutes) {

    /** As measured: see the simulation. */
    public static final PickupCap STANDARD =
            new PickupCap(
                    Duration.ofMinutes(14),
                    Duration.ofMinutes(22),
                    Duration.ofSeconds(90),
                    Duration.ofMinutes(10));

    public PickupCap {
        if (first.isNegative() || most.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "longest pickup: %s, later %s (expected: not negative, not falling)"
                            .formatted(first, most));
        }
        if (growth.isNegative() || lastMinutes.isNegative()) {
            throw new IllegalArgumentException(
                    "growth: %s, last minutes: %s (expected: not negative)"
                            .formatted(growth, lastMinutes));
        }
    }

    /** The same for every call. */
    public static PickupCap flat(Duration longest) {
        return new PickupCap(longest, longest, Duration.ZERO, Duration.ZERO);
    }

    /** The longest pickup of a call by its age, and by the time that is left until the window's end. */
    public Duration at(Duration age, Duration untilWindowEnd) {
        if (age.compareTo(growth) >= 0 || untilWindowEnd.compareTo(lastMinutes) <= 0) {
            return most;
        }
        double share = Math.max(0, age.toMillis()) / (double) growth.toMillis();
        return first.plusMillis(Math.round(most.minus(first).toMillis() * share));
    }
}
