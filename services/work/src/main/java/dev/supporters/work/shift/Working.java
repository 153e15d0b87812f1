package dev.supporters.work.shift;

import java.time.Duration;
import java.time.Instant;

/** At work. */
public record Working(Frame frame, Duration rested) implements Shift {

    /** As it was when it had just begun. */
    public static Working begun(Frame frame) {
        return new Working(frame, Duration.ZERO);
    }

    Resting rest(Instant now) {
        return new Resting(frame, rested, now);
    }

    Ending windowEndsOnADrive() {
        return new Ending(frame, rested);
    }

    Ended end(Instant end, EndReason reason) {
        return new Ended(frame, rested, end, reason);
    }
}
