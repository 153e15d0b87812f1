package dev.supporters.player;

import java.time.Duration;
import java.time.Instant;

/** A night's clock that stands; nobody waits for it. */
record StandingClock(Instant now) implements NightClock {

    @Override
    public void sleepUntil(Instant due) {}

    @Override
    public Duration realUntil(Instant due) {
        return Duration.ZERO;
    }
}
