package dev.supporters.player;

import dev.supporters.player.client.SystemClients;
import dev.supporters.simulation.Night;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.Population;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** A night and where to play it. The base URLs of the gateway and of the legacy system end without a slash. */
public record NightSetup(
        Night night,
        NightParameters parameters,
        long seed,
        Population people,
        NightClock clock,
        PollingIntervals intervals,
        URI gateway,
        URI legacy,
        String legacyToken,
        PersonTokens tokens,
        Consumer<Progress> progress) {

    /** Gives people the tokens with which they log in. */
    @FunctionalInterface
    public interface PersonTokens {

        /** A JWT whose subject is the person; role is driver, customer or operator. */
        String token(String subject, String role);
    }

    /** How far the night is. */
    public record Progress(
            Instant now,
            int requested,
            int open,
            int driving,
            int completed,
            int cancelled,
            int failed,
            int working) {}

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

    /** Clients of the public APIs; what they meet with is counted. */
    SystemClients clients(Observations observations) {
        return new SystemClients(gateway, legacy, legacyToken, observations::count);
    }
}
