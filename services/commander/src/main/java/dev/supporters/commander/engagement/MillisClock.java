package dev.supporters.commander.engagement;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time in whole milliseconds, as the store keeps it, so that a deadline is the same before and after a restart. */
@ApplicationScoped
public class MillisClock {

    private final Clock clock;

    public MillisClock(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
