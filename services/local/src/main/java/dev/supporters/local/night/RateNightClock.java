package dev.supporters.local.night;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Runs at a rate from an anchor on, and at rate 1 after an instant of its own, like the clock of the services. */
public record RateNightClock(InstantSource real, double rate, Instant anchor, Instant origin, Instant realtimeAfter)
        implements NightClock {

    @Override
    public Instant now() {
        Duration passed = Duration.between(anchor, real.instant());
        Instant fast = origin.plusNanos((long) (passed.toNanos() * rate));
        return fast.isAfter(realtimeAfter)
                ? realtimeAfter.plus(passed.minus(scaled(Duration.between(origin, realtimeAfter))))
                : fast;
    }

    @Override
    public void sleepUntil(Instant due) throws InterruptedException {
        for (Duration left = realUntil(due); left.isPositive(); left = realUntil(due)) {
            Thread.sleep(left.plusNanos(999_999)); // sleeping rounds down to the millisecond
        }
    }

    @Override
    public Duration realUntil(Instant due) {
        Instant now = now();
        if (!due.isAfter(now)) {
            return Duration.ZERO;
        }
        if (!now.isBefore(realtimeAfter)) {
            return Duration.between(now, due);
        }
        Instant fastUntil = due.isBefore(realtimeAfter) ? due : realtimeAfter;
        return scaled(Duration.between(now, fastUntil)).plus(Duration.between(fastUntil, due));
    }

    private Duration scaled(Duration duration) {
        return Duration.ofNanos((long) (duration.toMillis() * 1e6 / rate));
    }
}
