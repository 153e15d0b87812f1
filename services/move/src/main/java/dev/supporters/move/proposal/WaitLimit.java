package dev.supporters.move.proposal;

import dev.supporters.move.MoveConfig;
import dev.supporters.platform.time.ClockConfig;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;

/** How long a signal waits for the begin of a shift. Topics lag in real time, however fast the clock runs. */
@Singleton
public class WaitLimit {

    private final Duration duration;

    @Inject
    WaitLimit(MoveConfig config, ClockConfig clock) {
        this(config.patience(), clock.rate());
    }

    WaitLimit(Duration realTime, double rate) {
        duration = Duration.ofMillis((long) (realTime.toMillis() * rate));
    }

    /** When a signal that begins to wait now has waited long enough. */
    Instant after(Instant now) {
        return now.plus(duration);
    }
}
