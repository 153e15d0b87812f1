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

    /**
     * How far the night is. Each call that was requested is counted once, by the last state that its customer knew.
     *
     * @param open calls that wait for a driver, or whose driver is not under way with the customer yet
     * @param failed calls that ended without a driver
     * @param working supporters at work, also those who rest
     */
    public record Progress(
            Instant now,
            int open,
            int driving,
            int completed,
            int cancelled,
            int failed,
            int working) {

        public int requested() {
            return open + driving + completed + cancelled + failed;
        }
    }

    /** A little longer than a stand's clock keeps its rate: what was slow still has real time to end. */
    private static final Duration LAST_DRIVES = Duration.ofMinutes(121);

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
