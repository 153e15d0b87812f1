package dev.supporters.dispatch.assignment;

import java.time.Duration;

/**
 * Whether a supporter who still drives may be given the next call.
 *
 * @param allowed whether anybody may
 * @param within a drive that is expected to end within this time
 */
public record Chaining(boolean allowed, Duration within) {

    public static final Chaining OFF = new Chaining(false, Duration.ZERO);

    public static final Chaining STANDARD = new Chaining(true, Duration.ofMinutes(10));

    public Chaining {
        if (within.isNegative()) {
            throw new IllegalArgumentException("within: " + within + " (expected: not negative)");
        }
    }

    /**
     * Whether this one may.
     *
     * @param freeIn expected time until the drive ends
     * @param chained whether the next call is given already
     * @param restDue whether the supporter rests after this drive
     */
    public boolean allows(Duration freeIn, boolean chained, boolean restDue) {
        return allowed && !chained && !restDue && freeIn.compareTo(within) <= 0;
    }
}
