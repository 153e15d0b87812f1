package dev.supporters.local.night;

import dev.supporters.simulation.Night;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.Population;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** A night and where to play it. The gateway's and the legacy system's base URLs end without a slash. */
public record NightSetup(
        Night night,
        NightParameters parameters,
        long seed,
        Population people,
        NightClock clock,
        Pace pace,
        URI gateway,
        URI legacy,
        String legacyToken,
        Tokens tokens,
        Consumer<NightProgress> progress) {

    private static final Duration LAST_DRIVES = Duration.ofMinutes(90);
    private static final Duration LAST_WAITS = Duration.ofMinutes(45);

    /** Until when drives may finish. */
    public Instant finishBy() {
        return night.end().plus(LAST_DRIVES);
    }

    /** When the customers who still wait go home. */
    public Instant lastWait() {
        return night.end().plus(LAST_WAITS);
    }
}
