package dev.supporters.platform.time;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A clock that shows its origin at an anchor of real time, runs at a rate from there on, and at rate 1 after a given instant of its
 * own. As long as the anchor is unknown, it stands at its origin.
 */
public final class RateClock extends Clock {

    private static final long FAR_SECONDS = Duration.ofDays(36_500).toSeconds();

    private final InstantSource real;
    private final double rate;
    private final Supplier<Optional<Instant>> anchor;
    private final Instant origin;
    private final Instant realtimeAfter;
    private final ZoneId zone;

    public RateClock(
            InstantSource real,
            double rate,
            Supplier<Optional<Instant>> anchor,
            Instant origin,
            Instant realtimeAfter) {
        this(real, rate, anchor, origin, realtimeAfter, ZoneOffset.UTC);
    }

    private RateClock(
            InstantSource real,
            double rate,
            Supplier<Optional<Instant>> anchor,
            Instant origin,
            Instant realtimeAfter,
            ZoneId zone) {
        if (!(rate > 0 && rate <= 100_000)) {
            throw new IllegalArgumentException(
                    "rate: " + rate + " (expected: more than 0, at most 100000)");
        }
        this.real = requireNonNull(real);
        this.rate = rate;
        this.anchor = requireNonNull(anchor);
        this.origin = requireNonNull(origin);
        this.realtimeAfter = requireNonNull(realtimeAfter);
        this.zone = requireNonNull(zone);
    }

    @Override
    public Instant instant() {
        Optional<Instant> begin = anchor.get();
        if (begin.isEmpty()) {
            return origin;
        }
        Duration passed = Duration.between(begin.get(), real.instant());
        if (passed.isNegative()) {
            return origin;
        }
        Instant fast = origin.plusNanos((long) (passed.toNanos() * rate));
        if (!fast.isAfter(realtimeAfter)) {
            return fast;
        }
        Duration sinceSlow = passed.minus(realUntil(realtimeAfter));
        return realtimeAfter.plus(sinceSlow);
    }

    /**
     * How much real time passes until the clock shows the instant; negative if it has passed. While the clock stands, as if it began
     * to run now.
     */
    public Duration untilReal(Instant instant) {
        Instant now = instant();
        if (!now.isBefore(realtimeAfter)) {
            return Duration.between(now, instant);
        }
        if (!instant.isAfter(realtimeAfter)) {
            return scaled(Duration.between(now, instant));
        }
        return scaled(Duration.between(now, realtimeAfter))
                .plus(Duration.between(realtimeAfter, instant));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId newZone) {
        return new RateClock(real, rate, anchor, origin, realtimeAfter, newZone);
    }

    private Duration realUntil(Instant instant) {
        return scaled(Duration.between(origin, instant));
    }

    /** Far instants count in seconds: the nanoseconds of some centuries are more than a long can contain. */
    private Duration scaled(Duration duration) {
        return Math.abs(duration.toSeconds()) > FAR_SECONDS
                ? Duration.ofSeconds((long) (duration.toSeconds() / rate))
                : Duration.ofNanos((long) (duration.toNanos() / rate));
    }
}
