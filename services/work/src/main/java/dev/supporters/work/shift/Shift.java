package dev.supporters.work.shift;

import java.time.Duration;

/** A work as it stands. */
public sealed interface Shift permits Working, Resting, Ending, Ended {

    Frame frame();

    /** How long was rested; finished rests only. */
    Duration rested();

    /** Whether it has not ended yet. */
    default boolean open() {
        return !(this instanceof Ended);
    }
}
