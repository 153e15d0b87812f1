package dev.supporters.player;

import dev.supporters.platform.time.RateClock;

import java.time.Duration;
import java.time.Instant;

/** The night's time, which may pass faster than real time. */
public interface NightClock {

    Instant now();

    void sleepUntil(Instant due) throws InterruptedException;

    /** How much real time passes until then; zero if it has passed. */
    Duration realUntil(Instant due);

    /** The clock that the services have, too. */
    static NightClock of(RateClock clock) {
        return new NightClock() {

            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public void sleepUntil(Instant due) throws InterruptedException {
                for (Duration left = realUntil(due); left.isPositive(); left = realUntil(due)) {
                    // sleeping rounds down to the millisecond
                    Thread.sleep(left.plusNanos(999_999));
                }
            }

            @Override
            public Duration realUntil(Instant due) {
                Duration left = clock.untilReal(due);
                return left.isNegative() ? Duration.ZERO : left;
            }
        };
    }
}
