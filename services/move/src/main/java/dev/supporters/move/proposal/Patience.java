package dev.supporters.move.proposal;

import dev.supporters.move.MoveConfig;
import dev.supporters.platform.time.ClockConfig;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;

/** How long a signal waits for a begin. The topics' lag is real time, however fast the clock runs. */
@Singleton
public class Patience {

    private final Duration duration;

    @Inject
    Patience(MoveConfig config, ClockConfig clock) {
        this(config.patience(), clock.rate());
    }

    Patience(Duration realTime, double rate) {
        duration = Duration.ofMillis((long) (realTime.toMillis() * rate));
    }

    Instant from(Instant now) {
        return now.plus(duration);
    }
}
