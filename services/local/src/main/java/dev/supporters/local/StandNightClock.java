package dev.supporters.local;

import dev.supporters.local.night.NightClock;
import dev.supporters.platform.time.RateClock;

import java.time.Duration;
import java.time.Instant;

/** The stand's clock, as the people of the night look at it. */
record StandNightClock(RateClock clock) implements NightClock {

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void sleepUntil(Instant due) throws InterruptedException {
        for (Duration left = realUntil(due); left.isPositive(); left = realUntil(due)) {
            Thread.sleep(left.plusNanos(999_999)); // sleeping rounds down to the millisecond
        }
    }

    @Override
    public Duration realUntil(Instant due) {
        Duration left = clock.untilReal(due);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
