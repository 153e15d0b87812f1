package dev.supporters.dispatch.assignment;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a drive may go beyond the end of a supporter's window. One that goes further is given to others first.
 *
 * @param tolerance the time after the window's end; empty: not looked at
 */
public record ShiftEnd(Optional<Duration> tolerance) {

    public static final ShiftEnd NOT_LOOKED_AT = new ShiftEnd(Optional.empty());

    public ShiftEnd {
        tolerance
                .filter(Duration::isNegative)
                .ifPresent(negative -> {
                    throw new IllegalArgumentException(
                            "shift end tolerance: " + negative + " (expected: not negative)");
                });
    }

    /** Whether a drive that is expected to end after so long goes too far beyond the end of the supporter's window. */
    public boolean isExceeded(Duration driveEndsIn, Duration untilWindowEnd) {
        return tolerance
                .map(tolerated -> driveEndsIn.compareTo(untilWindowEnd.plus(tolerated)) > 0)
                .orElse(false);
    }
}
