package dev.supporters.simulation;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Supporters who play the system.
 *
 * @param share of the supporters, from 0 to 1
 * @param kind how they do it
 * @param effort how often they do it when they could, from 0 to 1
 */
public record Cheaters(double share, Kind kind, double effort) {

    /** What a cheater does. Each one keeps to one way. */
    public enum Kind {
        /** Each cheater has one of the other ways, drawn. */
        ANY,
        /** Refuses what comes, for something better. */
        REFUSALS,
        /** Phones customers to make them cancel. */
        CANCELLATIONS,
        /** Waits where no calls come. */
        COLD_WAITING,
        /** Switches the positions off while waiting. */
        DARK_GPS,
        /** Does not say that a drive has ended. */
        UNFINISHED_DRIVES,
        /** Says to be with the customer while still on the way. */
        CONTRADICTED_STEPS
    }

    private static final List<Kind> WAYS =
            Stream.of(Kind.values()).filter(kind -> kind != Kind.ANY).toList();

    /** Nobody cheats. */
    public static final Cheaters NONE = new Cheaters(0, Kind.ANY, .9);

    public Cheaters {
        require(share, "cheaters.share");
        require(effort, "cheaters.effort");
    }

    private static void require(double value, String what) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "parameters: " + what + " is " + value + " (expected: 0 to 1)");
        }
    }

    /** How this supporter cheats; empty: not at all. Draws from a stream of its own, so that all others are as they were. */
    public Optional<Kind> of(long seed, int supporter) {
        SplittableRandom random = new RandomStreams(seed).of("cheater", supporter);
        if (!RandomVariates.happens(random, share)) {
            return Optional.empty();
        }
        Kind drawn = WAYS.get(random.nextInt(WAYS.size()));
        return Optional.of(kind == Kind.ANY ? drawn : kind);
    }
}
