package dev.supporters.work.shift;

import java.time.Duration;
import java.time.Instant;

/** The window is over; the work ends when the drive ends. */
public record Ending(Frame frame, Duration rested) implements Shift {

    Ended end(Instant end) {
        return new Ended(frame, rested, end, EndReason.AFTER_DRIVE);
    }
}
