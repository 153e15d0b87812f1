package dev.supporters.platform.event;

import java.time.Duration;

/** From where on a topic is followed: all of it, only what comes, or what came in a last while and since. */
public sealed interface From {

    From BEGINNING = new Beginning();
    From END = new End();

    static From last(Duration duration) {
        return new Last(duration);
    }

    /** All of it. */
    record Beginning() implements From {}

    /** Only what comes. */
    record End() implements From {}

    /** What came in a last while of the clock, and since. */
    record Last(Duration duration) implements From {}
}
