package dev.supporters.commander.engagement;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time in milliseconds, as the store keeps it: a deadline is the same before and after a restart. */
@ApplicationScoped
public class ShortClock {

    private final Clock clock;

    public ShortClock(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
