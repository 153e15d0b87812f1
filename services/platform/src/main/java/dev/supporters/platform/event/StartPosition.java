package dev.supporters.platform.event;

import java.time.Duration;

/** From where on a topic is followed: all of it, only what comes, or what came in a last while and since. */
public sealed interface StartPosition {

    StartPosition BEGINNING = new Beginning();
    StartPosition END = new End();

    static StartPosition last(Duration duration) {
        return new Last(duration);
    }

    static StartPosition newestOfLast(Duration duration) {
        return new NewestOfLast(duration);
    }

    /** All of it. */
    record Beginning() implements StartPosition {}

    /** Only what comes. */
    record End() implements StartPosition {}

    /** What came in a last while of the clock, and since. */
    record Last(Duration duration) implements StartPosition {}

    /**
     * The same, but of what was there before the start only the newest event of each key and type, if not all: for views that keep
     * nothing else of it, of topics that tell the same again and again.
     */
    record NewestOfLast(Duration duration) implements StartPosition {}
}
